import { setImmediate } from "node:timers/promises";
import type { RecordKind } from "../records.ts";
import type { Format } from "./durable-file.ts";
import type { Entry } from "./entry.ts";
import { NEWLINE } from "./journal-line.ts";

/** The records of a partition after so many events of the log. */
export interface PartitionData {
  upTo: number;
  entries: readonly Entry[];
}

const BEGIN = '{"upTo":';
const MIDDLE = ',"records":[';
const END = "]}\n";
/** No head of a record holds these characters in a row: within a text the quotes are escaped. */
export const STATE = ',"state":';
const LINES_AT_ONCE = 500;

/** How the line of a record begins. */
export const beginOf = (kind: RecordKind): string => `{"kind":"${kind}",`;

function writeEntry({ text, kind, ...head }: Entry): string {
  const json = beginOf(kind) + JSON.stringify(head).slice(1);
  return text === null ? json : `${json.slice(0, -1)}${STATE}${text}}`;
}

function* write({ upTo, entries }: PartitionData): Generator<string> {
  yield `${BEGIN}${upTo}${MIDDLE}\n`;
  const last = entries.length - 1;
  for (const [index, entry] of entries.entries()) yield `${writeEntry(entry)}${index < last ? "," : ""}\n`;
  yield END;
}

function readEntry(line: string): Entry {
  const json = line.endsWith(",") ? line.slice(0, -1) : line;
  const state = json.indexOf(STATE);
  if (state === -1) return { ...JSON.parse(json), text: null };
  return { ...JSON.parse(`${json.slice(0, state)}}`), text: json.slice(state + STATE.length, -1) };
}

async function read(bytes: Buffer): Promise<PartitionData> {
  const head = bytes.indexOf(NEWLINE);
  const upTo = Number(bytes.toString("utf8", BEGIN.length, head - MIDDLE.length));
  const entries: Entry[] = [];
  const end = bytes.length - END.length;
  for (let start = head + 1; start < end; ) {
    const next = bytes.indexOf(NEWLINE, start);
    entries.push(readEntry(bytes.toString("utf8", start, next)));
    start = next + 1;
    if (entries.length % LINES_AT_ONCE === 0) await setImmediate();
  }
  return { upTo, entries };
}

/** A partition as one JSON document with a record a line: its states are neither parsed nor written anew. */
export const PARTITION_FORMAT: Format<PartitionData> = { write, read };

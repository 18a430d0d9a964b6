import type { Change, LoggedEvent, RecordChange } from "../change.ts";
import { InvalidChange } from "../failures.ts";
import type { RecordKind } from "../records.ts";
import { stateHash } from "./state-hash.ts";
import { unkeepableText } from "./unkeepable-text.ts";

/** What an event has to know of a record as it was kept before; null for a new record. */
export interface KeptBefore {
  version: number;
  /** The SHA-256 of its state, as it was written. */
  hash: string;
}

/** A record as an event left it: its state as JSON text, or null where it was removed. */
export interface WrittenRecord {
  kind: RecordKind;
  id: string;
  version: number;
  before: string | null;
  after: string | null;
  text: string | null;
}

/** All that the line of an event is made of. */
export interface EventParts extends Omit<LoggedEvent, "records"> {
  records: WrittenRecord[];
}

/** An event as it is written, without a line's end. */
export interface NewEvent extends EventParts {
  line: string;
}

function writeRecord({ kind, id, state }: RecordChange, kept: KeptBefore | null): WrittenRecord {
  const text = state === null ? null : JSON.stringify(state);
  const version = (kept?.version ?? 0) + 1;
  return { kind, id, version, before: kept?.hash ?? null, after: text === null ? null : stateHash(text), text };
}

const recordLine = ({ kind, id, version, before, after, text }: WrittenRecord): string => {
  const head = `{"kind":"${kind}","id":${JSON.stringify(id)},"version":${version}`;
  return `${head},"before":${quoted(before)},"after":${quoted(after)},"state":${text}}`;
};

const quoted = (hex: string | null): string => (hex === null ? "null" : `"${hex}"`);
const textOrNull = (text: string | null): string => (text === null ? "null" : JSON.stringify(text));

/** The parts of an event that was read: each state as it is written. */
export const partsOf = ({ records, ...event }: LoggedEvent): EventParts => ({
  ...event,
  records: records.map(({ state, ...record }) => ({ ...record, text: state === null ? null : JSON.stringify(state) })),
});

/** Writes an event as a line, without its end. */
export function writeLine({ seq, at, action, by, reason, submission, records }: EventParts): string {
  const actor = JSON.stringify({ account: by.account, name: by.name });
  const head = `{"seq":${seq},"at":"${at}","action":"${action}","by":${actor}`;
  const why = `"reason":${textOrNull(reason)},"submission":${textOrNull(submission)}`;
  let lines = "";
  for (const record of records) lines += lines === "" ? recordLine(record) : `,${recordLine(record)}`;
  return `${head},${why},"records":[${lines}]}`;
}

/**
 * Writes the event of a change.
 * @param seq its place in the log
 * @param at when it is committed, an instant in UTC
 * @param kept what was kept of each record of the change before, in the same order
 * @throws {InvalidChange} where it holds a text that not every store can keep.
 */
export function writeEvent(seq: number, at: string, change: Change, kept: readonly (KeptBefore | null)[]): NewEvent {
  const { action, by, reason = null, submission = null } = change;
  const records = change.records.map((record, index) => writeRecord(record, kept[index] ?? null));
  const parts: EventParts = { seq, at, action, by, reason, submission, records };
  const line = writeLine(parts);
  const fault = unkeepableText(line);
  if (fault !== null) throw new InvalidChange(`holds ${fault}, which cannot be kept`);
  return { ...parts, line };
}

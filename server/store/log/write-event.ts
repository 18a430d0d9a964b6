import type { Change, RecordChange } from "../change.ts";
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

/** An event as it is written, without a line's end, and the records as it leaves them. */
export interface NewEvent {
  line: string;
  records: WrittenRecord[];
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
const textOrNull = (text: string | undefined): string => (text === undefined ? "null" : JSON.stringify(text));

/**
 * Writes the event of a change.
 * @param seq its place in the log
 * @param at when it is committed, an instant in UTC
 * @param kept what was kept of each record of the change before, in the same order
 * @throws {InvalidChange} where it holds a text that not every store can keep.
 */
export function writeEvent(seq: number, at: string, change: Change, kept: readonly (KeptBefore | null)[]): NewEvent {
  const { action, by, reason, submission } = change;
  const records = change.records.map((record, index) => writeRecord(record, kept[index] ?? null));
  const actor = JSON.stringify({ account: by.account, name: by.name });
  const head = `{"seq":${seq},"at":"${at}","action":"${action}","by":${actor}`;
  const why = `"reason":${textOrNull(reason)},"submission":${textOrNull(submission)}`;
  const line = `${head},${why},"records":[${records.map(recordLine).join(",")}]}`;
  const fault = unkeepableText(line);
  if (fault !== null) throw new InvalidChange(`holds ${fault}, which cannot be kept`);
  return { line, records };
}

import type { LoggedEvent } from "../change.ts";
import { asText, type ForeignRecord } from "../log/foreign-event.ts";
import type { RecordKind, RecordStates, Stored } from "../records.ts";

/** A record in a partition. It is replaced, never changed. */
export interface Entry {
  kind: RecordKind;
  id: string;
  version: number;
  /** The event that made it what it is, when, and with which submission. */
  seq: number;
  at: string;
  submission: string | null;
  /** The SHA-256 of its state as it was written. */
  hash: string;
  /** Its state as JSON; null where the body stays in the journal, in the event `seq`. */
  text: string | null;
}

/** What an event does to one record: its new entry, or null where it is removed. */
export interface EntryChange {
  kind: RecordKind;
  id: string;
  seq: number;
  entry: Entry | null;
}

/** Decisions are large and never change: their bodies are left in the journal. */
const STAYS_IN_JOURNAL: ReadonlySet<RecordKind> = new Set(["decision"]);

/** What an event does to a record, as it is written. */
export function entryChange(
  { seq, at, submission }: { seq: number; at: string; submission: string | null },
  { kind, id, version, after, text }: Pick<ForeignRecord, "kind" | "id" | "version" | "after" | "text">,
): EntryChange {
  if (after === null) return { kind, id, seq, entry: null };
  const kept = STAYS_IN_JOURNAL.has(kind) || text === null ? null : asText(text);
  return { kind, id, seq, entry: { kind, id, version, seq, at, submission, hash: after, text: kept } };
}

/** What an event does to its records, as it is read. */
export const entryChanges = (event: LoggedEvent): EntryChange[] =>
  event.records.map(({ state, ...record }) =>
    entryChange(event, { ...record, text: STAYS_IN_JOURNAL.has(record.kind) ? null : JSON.stringify(state) }),
  );

/** The record of an entry that has its state. */
export const storedOf = <Kind extends RecordKind>({ id, version, text }: Entry): Stored<RecordStates[Kind]> => ({
  id,
  version,
  state: JSON.parse(text as string),
});

import type { Action } from "../authorisation/actions.ts";
import type { Actor, RecordKind, RecordStates, Stored } from "./records.ts";

/** The new state of one record, and the version that it was made from. */
export type RecordChange = {
  [Kind in RecordKind]: {
    kind: Kind;
    id: string;
    /** The version that the change was made from; 0 for a record that is not there yet. */
    from: number;
    /** The new state; null where the record is removed. */
    state: RecordStates[Kind] | null;
  };
}[RecordKind];

/** What somebody wants to change: all of it, or nothing. Becomes one event of the log. */
export interface Change {
  action: Action;
  by: Actor;
  reason?: string;
  /** The submission that it came with: the same one, sent again, changes nothing and is answered alike. */
  submission?: string;
  records: readonly RecordChange[];
}

/** What came of a change. */
export interface Committed {
  /** The place of its event in the log, the first being 0. */
  seq: number;
  /** When it was committed: an instant in UTC. */
  at: string;
  /** Whether the same submission had been committed before. */
  repeated: boolean;
}

/** What an event says of one record. */
export interface RecordEvent {
  kind: RecordKind;
  id: string;
  version: number;
  /** The SHA-256 of the state before, as it was written; null for a new record. */
  before: string | null;
  /** The SHA-256 of the state after; null where the record was removed. */
  after: string | null;
  state: RecordStates[RecordKind] | null;
}

/** An event of the log: who did what, when, and the states that came of it. */
export interface LoggedEvent {
  seq: number;
  at: string;
  action: Action;
  by: Actor;
  reason: string | null;
  submission: string | null;
  records: RecordEvent[];
}

/** An event without the states: what a list of events shows. */
export type EventHead = Omit<LoggedEvent, "records"> & { records: Omit<RecordEvent, "state">[] };

/** Both sides of a conflict: the record as it is kept, and the version that the change was made from. */
export interface ConflictingRecord {
  kind: RecordKind;
  id: string;
  from: number;
  kept: Stored<RecordStates[RecordKind]> | null;
}

import type { Change, LoggedEvent, RecordChange } from "../change.ts";
import { InvalidChange } from "../failures.ts";
import type { RecordKind } from "../records.ts";
import { stateHash } from "./state-hash.ts";
import { StateTexts } from "./state-texts.ts";
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

function writeRecord({ kind, id, state }: RecordChange, kept: KeptBefore | null, texts: StateTexts): WrittenRecord {
  const text = state === null ? null : texts.of(state);
  const version = (kept?.version ?? 0) + 1;
  return { kind, id, version, before: kept?.hash ?? null, after: text === null ? null : stateHash(text), text };
}

const recordHead = ({ kind, id, version, before, after }: WrittenRecord): string => {
  const head = `{"kind":"${kind}","id":${JSON.stringify(id)},"version":${version}`;
  return `${head},"before":${quoted(before)},"after":${quoted(after)},"state":`;
};

const quoted = (hex: string | null): string => (hex === null ? "null" : `"${hex}"`);
const textOrNull = (text: string | null): string => (text === null ? "null" : JSON.stringify(text));

/** The parts of an event that was read: each state as it is written. */
export const partsOf = ({ records, ...event }: LoggedEvent): EventParts => ({
  ...event,
  records: records.map(({ state, ...record }) => ({ ...record, text: state === null ? null : JSON.stringify(state) })),
});

/** The line of an event in pieces: every second one, from the second on, is the state of the next record. */
export function linePieces({ seq, at, action, by, reason, submission, records }: EventParts): string[] {
  const actor = JSON.stringify({ account: by.account, name: by.name });
  const head = `{"seq":${seq},"at":"${at}","action":"${action}","by":${actor}`;
  let frame = `${head},"reason":${textOrNull(reason)},"submission":${textOrNull(submission)},"records":[`;
  const pieces: string[] = [];
  for (const record of records) {
    pieces.push(`${frame}${recordHead(record)}`, record.text ?? "null");
    frame = "},";
  }
  return [...pieces, records.length === 0 ? `${frame}]}` : "}]}"];
}

/** Writes an event as a line, without its end. */
export const writeLine = (event: EventParts): string => linePieces(event).join("");

/**
 * The event of a change, in parts.
 * @param seq its place in the log
 * @param at when it is committed, an instant in UTC
 * @param kept what was kept of each record of the change before, in the same order
 */
export function eventOf(seq: number, at: string, change: Change, kept: readonly (KeptBefore | null)[]): EventParts {
  const { action, by, reason = null, submission = null } = change;
  const texts = new StateTexts();
  const records = change.records.map((record, index) => writeRecord(record, kept[index] ?? null, texts));
  return { seq, at, action, by, reason, submission, records };
}

/**
 * The line of a new event in pieces, as `linePieces` has them.
 * @throws {InvalidChange} where it holds a text that not every store can keep.
 */
export function keepablePieces(event: EventParts): string[] {
  const pieces = linePieces(event);
  for (const piece of pieces) {
    const fault = unkeepableText(piece);
    if (fault !== null) throw new InvalidChange(`holds ${fault}, which cannot be kept`);
  }
  return pieces;
}

/**
 * Writes the event of a change, as `eventOf` makes it.
 * @throws {InvalidChange} where it holds a text that not every store can keep.
 */
export function writeEvent(...of: Parameters<typeof eventOf>): NewEvent {
  const parts = eventOf(...of);
  return { ...parts, line: keepablePieces(parts).join("") };
}

import { leafHash } from "../log/leaf-hash.ts";

/**
 * A line of the journal: the leaf hash of an event in hex, a mark, and the event. The mark is a space where the line
 * begins a batch, and `+` where it was written together with the line before. A batch is written only after the one before
 * is on disk: so a line that cannot be read belongs to a write that was never acknowledged if no later line begins a batch.
 */
const HASH_LENGTH = 64;
const BEGINS = 0x20;
const CONTINUES = 0x2b;
export const NEWLINE = 0x0a;

const END = Buffer.of(NEWLINE);

/** How many bytes stand before the event, and after it. */
const LINE_HEAD = HASH_LENGTH + 1;
export const LINE_END = END.length;

/** A line that is whole: its event as text, and whether it begins a batch. */
export interface JournalLine {
  event: string;
  begins: boolean;
}

/** A line as its three pieces, of which the second is the event. */
export function writeJournalLine(event: string, begins: boolean): [Buffer, Buffer, Buffer] {
  const bytes = Buffer.from(event);
  return [Buffer.from(leafHash(bytes) + (begins ? " " : "+"), "latin1"), bytes, END];
}

/** Reads a line, given without its end; null where it is not what was written. */
export function readJournalLine(bytes: Buffer): JournalLine | null {
  const mark = bytes[HASH_LENGTH];
  if (mark !== BEGINS && mark !== CONTINUES) return null;
  const event = bytes.subarray(LINE_HEAD);
  if (leafHash(event) !== bytes.toString("latin1", 0, HASH_LENGTH)) return null;
  return { event: event.toString("utf8"), begins: mark === BEGINS };
}

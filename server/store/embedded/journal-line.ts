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

/** How many bytes stand before the event, and after it. */
const LINE_HEAD = HASH_LENGTH + 1;
export const LINE_END = 1;

/** A line that is whole: its event as text, and whether it begins a batch. */
export interface JournalLine {
  event: string;
  begins: boolean;
}

/** A batch of events as it is written: its bytes, and where each line begins in them. */
export interface JournalLines {
  bytes: Buffer;
  starts: number[];
}

const MOST_BYTES_A_CHARACTER = 3;

const mostBytes = (event: string | Uint8Array): number =>
  typeof event === "string" ? event.length * MOST_BYTES_A_CHARACTER : event.byteLength;

function write(bytes: Buffer, event: string | Uint8Array, start: number): number {
  if (typeof event === "string") return bytes.write(event, start);
  bytes.set(event, start);
  return event.byteLength;
}

/** Writes a batch of events, each a text or its bytes, without making a text or a buffer of each line. */
export function writeJournalLines(events: readonly (string | Uint8Array)[]): JournalLines {
  const most = events.reduce((sum, event) => sum + mostBytes(event) + LINE_HEAD + LINE_END, 0);
  const bytes = Buffer.allocUnsafe(most);
  const starts: number[] = [];
  let end = 0;
  for (const [index, event] of events.entries()) {
    starts.push(end);
    const start = end + LINE_HEAD;
    const after = start + write(bytes, event, start);
    bytes.write(leafHash(bytes.subarray(start, after)), end, "latin1");
    bytes[start - 1] = index === 0 ? BEGINS : CONTINUES;
    bytes[after] = NEWLINE;
    end = after + LINE_END;
  }
  return { bytes: bytes.subarray(0, end), starts };
}

/** The event of a line that is known to be whole. */
export const eventOfLine = (bytes: Buffer): string => bytes.toString("utf8", LINE_HEAD);

/** Reads a line, given without its end; null where it is not what was written. */
export function readJournalLine(bytes: Buffer): JournalLine | null {
  const mark = bytes[HASH_LENGTH];
  if (mark !== BEGINS && mark !== CONTINUES) return null;
  const event = bytes.subarray(LINE_HEAD);
  if (leafHash(event) !== bytes.toString("latin1", 0, HASH_LENGTH)) return null;
  return { event: event.toString("utf8"), begins: mark === BEGINS };
}

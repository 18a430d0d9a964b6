import { type EventParts, keepablePieces, type WrittenRecord } from "./write-event.ts";

/** A record of an event whose state is a part of the line's bytes. */
export interface EncodedRecord extends Omit<WrittenRecord, "text"> {
  text: Uint8Array | null;
}

/** An event whose line is written already, in UTF-8. */
export interface EncodedEvent extends Omit<EventParts, "records"> {
  line: Uint8Array;
  records: EncodedRecord[];
}

/** Events and the memory that all their lines share: with it they can be handed to another thread at no cost. */
export interface EncodedEvents {
  events: EncodedEvent[];
  memory: ArrayBuffer;
}

const MOST_BYTES_A_CHARACTER = 3;

/** Writes the pieces of a line from a place on; answers where each of them ends. */
function writePieces(bytes: Buffer, start: number, pieces: readonly string[]): number[] {
  let end = start;
  return pieces.map((piece) => {
    end += bytes.write(piece, end);
    return end;
  });
}

function encoded(bytes: Buffer, start: number, pieces: readonly string[], event: EventParts): EncodedEvent {
  const ends = writePieces(bytes, start, pieces);
  const records = event.records.map((record, at): EncodedRecord => {
    const text = record.text === null ? null : bytes.subarray(ends[2 * at], ends[2 * at + 1]);
    return { ...record, text };
  });
  return { ...event, line: bytes.subarray(start, ends.at(-1)), records };
}

/**
 * Writes events as lines, in bytes.
 * @throws {InvalidChange} where one holds a text that not every store can keep.
 */
export function encodeEvents(events: readonly EventParts[]): EncodedEvents {
  const lines = events.map(keepablePieces);
  const characters = lines.flat().reduce((sum, { length }) => sum + length, 0);
  const memory = new ArrayBuffer(characters * MOST_BYTES_A_CHARACTER);
  const bytes = Buffer.from(memory);
  let end = 0;
  const written = events.map((event, at) => {
    const one = encoded(bytes, end, lines[at] as string[], event);
    end += one.line.byteLength;
    return one;
  });
  return { events: written, memory };
}

import type { WrittenEvent } from "../store.ts";
import type { EncodedEvent } from "./encode-events.ts";
import { readEvent } from "./read-event.ts";
import { type EventParts, partsOf, type WrittenRecord } from "./write-event.ts";

/** An event that comes from elsewhere: as a line that is to be read, or with its parts, in bytes. */
export type ForeignEvent = WrittenEvent | EncodedEvent;

/** The parts of an event that comes from elsewhere: its states as they came. */
export interface ForeignParts extends Omit<EventParts, "records"> {
  records: ForeignRecord[];
}

export interface ForeignRecord extends Omit<WrittenRecord, "text"> {
  text: string | Uint8Array | null;
}

/** A text that may have come in bytes. */
export const asText = (text: string | Uint8Array): string =>
  typeof text === "string" ? text : Buffer.from(text.buffer, text.byteOffset, text.byteLength).toString();

/** The parts of an event. @throws {SyntaxError} where its line is not JSON. */
export const partsIn = (event: ForeignEvent): ForeignParts =>
  "records" in event ? event : partsOf(readEvent(event.line));

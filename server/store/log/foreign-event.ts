import type { WrittenEvent } from "../store.ts";
import { readEvent } from "./read-event.ts";
import { type EventParts, partsOf, writeLine } from "./write-event.ts";

/** An event that comes from elsewhere: as a line that is to be read, or in parts of which its line is made. */
export type ForeignEvent = WrittenEvent | EventParts;

/** The line of an event. */
export const lineOf = (event: ForeignEvent): string => ("line" in event ? event.line : writeLine(event));

/** The parts of an event. @throws {SyntaxError} where its line is not JSON. */
export const partsIn = (event: ForeignEvent): EventParts => ("line" in event ? partsOf(readEvent(event.line)) : event);

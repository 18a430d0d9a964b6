import type { EventHead, LoggedEvent } from "../change.ts";

/** Reads an event as `writeEvent` wrote it. @throws {SyntaxError} where the line is not JSON. */
export const readEvent = (line: string): LoggedEvent => JSON.parse(line);

/** An event without the states. */
export const headOf = ({ records, ...event }: LoggedEvent): EventHead => ({
  ...event,
  records: records.map(({ state: _, ...record }) => record),
});

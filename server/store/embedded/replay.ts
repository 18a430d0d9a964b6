import { setImmediate } from "node:timers/promises";
import { readEvent } from "../log/read-event.ts";
import { damaged, LAST_WAY_OUT } from "./damaged.ts";
import { entryChanges } from "./entry.ts";
import type { Placed } from "./journal.ts";
import type { State } from "./state.ts";

/** Where in the journal a replay begins. */
export interface Position {
  events: number;
  bytes: number;
}

/**
 * Brings the state up to date with the journal's tail, whose lines have been seen to be whole.
 * @param afterSome called now and then, with nothing half done, with the number of bytes read since
 * @throws {StoreRefused} where an event of the journal is missing.
 */
export async function replay(
  { journal, index, partitions }: State,
  { events, bytes }: Position,
  afterSome: (bytes: number) => Promise<void> = async () => {},
): Promise<void> {
  let seq = events;
  const apply = ({ event: line, offset }: Placed): void => {
    const event = readEvent(line);
    if (event.seq !== seq++)
      throw damaged(journal.path, `at byte ${offset} stands event ${event.seq} instead of ${seq - 1}`, LAST_WAY_OUT);
    if (event.seq >= index.size) index.append(offset, event);
    for (const change of entryChanges(event)) partitions.apply(change);
  };
  for await (const placed of journal.scanWhole(bytes)) {
    for (const one of placed) apply(one);
    await afterSome(placed.reduce((sum, { length }) => sum + length, 0));
    await setImmediate();
  }
}

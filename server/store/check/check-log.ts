import type { Problem } from "../../../engine/index.ts";
import { serverProblem } from "../../problem.ts";
import type { LoggedEvent } from "../change.ts";
import { StoreRefused } from "../failures.ts";
import { BrokenLog, EventChain } from "../log/event-chain.ts";
import { readEvent } from "../log/read-event.ts";
import { partsOf } from "../log/write-event.ts";
import type { Store } from "../store.ts";

async function follow(store: Store, read: (event: LoggedEvent) => void): Promise<void> {
  const chain = new EventChain();
  let last = "";
  for await (const { line } of store.events()) {
    const event = readEvent(line);
    chain.follow(partsOf(event));
    if (event.at < last) throw new BrokenLog(`event ${event.seq} is dated ${event.at}, after ${last}`);
    last = event.at;
    read(event);
  }
}

/**
 * Follows the log from its beginning; what comes after the first break cannot be judged.
 * @param read told each event, in order
 */
export async function* checkLog(store: Store, read: (event: LoggedEvent) => void): AsyncGenerator<Problem> {
  try {
    await follow(store, read);
  } catch (error) {
    const isFound = error instanceof BrokenLog || error instanceof StoreRefused || error instanceof SyntaxError;
    if (!isFound) throw error;
    yield serverProblem("log-broken", "", { reason: error.message });
  }
}

import { EventChain } from "../log/event-chain.ts";
import { type ForeignEvent, partsIn } from "../log/foreign-event.ts";
import type { BatchEvent } from "./batch.ts";
import { checkpoint } from "./checkpoint.ts";
import type { Checkpointer } from "./checkpointer.ts";
import type { Committer } from "./committer.ts";
import { entryChange } from "./entry.ts";
import type { State } from "./state.ts";

const BATCH_CHARACTERS = 4 * 1024 * 1024;

/**
 * Reads events that another store wrote, and sees to it that they follow each other.
 * @throws {BrokenLog} naming the event that does not fit.
 */
async function* readForeignEvents(events: AsyncIterable<ForeignEvent>): AsyncGenerator<BatchEvent[]> {
  const chain = new EventChain();
  let batch: BatchEvent[] = [];
  let characters = 0;
  for await (const event of events) {
    const { line } = event;
    const parts = partsIn(event);
    chain.follow(parts);
    const changes = parts.records.map((record) => entryChange(parts, record));
    batch.push({ line, findable: parts, changes });
    characters += line.length;
    if (characters < BATCH_CHARACTERS) continue;
    yield batch;
    batch = [];
    characters = 0;
  }
  if (batch.length > 0) yield batch;
}

/**
 * Takes over another store's events into an empty log. Where that breaks off, the manifest says so, and the store is not
 * opened as it is.
 * @throws {BrokenLog} where the events do not follow each other.
 */
export async function takeOver(
  state: State,
  { committer, checkpointer }: { committer: Committer; checkpointer: Checkpointer },
  events: AsyncIterable<ForeignEvent>,
): Promise<void> {
  if (state.index.size > 0) throw new Error("events can be taken over into an empty store only");
  checkpointer.phase = "taking-over";
  await checkpoint(state, checkpointer.phase);
  for await (const batch of readForeignEvents(events)) {
    await committer.append(batch);
    await checkpointer.afterGrowth();
  }
  await checkpointer.idle();
  checkpointer.phase = "ready";
  await checkpoint(state, checkpointer.phase);
}

import { EventChain } from "../log/event-chain.ts";
import { readEvent } from "../log/read-event.ts";
import type { WrittenEvent } from "../store.ts";
import type { BatchEvent } from "./batch.ts";
import { entryChanges } from "./entry.ts";

const BATCH_CHARACTERS = 1024 * 1024;

/**
 * Reads events that another store wrote, and sees to it that they follow each other.
 * @throws {BrokenLog} naming the event that does not fit.
 */
export async function* readForeignEvents(events: AsyncIterable<WrittenEvent>): AsyncGenerator<BatchEvent[]> {
  const chain = new EventChain();
  let batch: BatchEvent[] = [];
  let characters = 0;
  for await (const { line } of events) {
    const event = readEvent(line);
    chain.follow(event);
    batch.push({ line, findable: event, changes: entryChanges(event) });
    characters += line.length;
    if (characters < BATCH_CHARACTERS) continue;
    yield batch;
    batch = [];
    characters = 0;
  }
  if (batch.length > 0) yield batch;
}

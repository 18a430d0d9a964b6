import { readEvent } from "../log/read-event.ts";
import { stateHash } from "../log/state-hash.ts";
import type { WrittenEvent } from "../store.ts";
import type { BatchEvent } from "./batch.ts";
import { entryChanges } from "./entry.ts";

const BATCH_CHARACTERS = 1024 * 1024;

/**
 * Reads events that another store wrote, and sees to it that they follow each other: no gap, the states are what their
 * hashes say, and each record goes on from where it was.
 * @throws {Error} naming the event that does not fit.
 */
export async function* readForeignEvents(events: AsyncIterable<WrittenEvent>): AsyncGenerator<BatchEvent[]> {
  const last = new Map<string, { version: number; after: string }>();
  let batch: BatchEvent[] = [];
  let characters = 0;
  let seq = 0;
  for await (const { line } of events) {
    const event = readEvent(line);
    if (event.seq !== seq++) throw new Error(`event ${event.seq} comes where event ${seq - 1} should`);
    for (const { kind, id, version, before, after, state } of event.records) {
      const name = `${kind} ${id}`;
      const kept = last.get(name);
      const isNext = version === (kept?.version ?? 0) + 1 && before === (kept?.after ?? null);
      if (!isNext || after !== (state === null ? null : stateHash(JSON.stringify(state))))
        throw new Error(`event ${event.seq}: ${name} version ${version} does not follow from what was before`);
      if (after === null) last.delete(name);
      else last.set(name, { version, after });
    }
    batch.push({ line, findable: event, changes: entryChanges(event) });
    characters += line.length;
    if (characters < BATCH_CHARACTERS) continue;
    yield batch;
    batch = [];
    characters = 0;
  }
  if (batch.length > 0) yield batch;
}

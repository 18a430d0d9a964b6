import { createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import type { LoggedEvent, RecordEvent } from "../../../server/store/change.ts";
import { readEvent } from "../../../server/store/log/read-event.ts";
import type { Store } from "../../../server/store/store.ts";
import { readRecord } from "../read-record.ts";

/** What was acknowledged before the loss. */
export interface Acknowledged {
  events: readonly number[];
  documents: readonly string[];
}

async function eventsOf(store: Store): Promise<string[]> {
  const lines: string[] = [];
  for await (const { line } of store.events()) lines.push(line);
  return lines;
}

/** The last change of each record. */
function lastChanges(events: readonly LoggedEvent[]): RecordEvent[] {
  const last = new Map<string, RecordEvent>();
  for (const { records } of events) for (const record of records) last.set(`${record.kind} ${record.id}`, record);
  return [...last.values()];
}

/**
 * Proves that a store holds all that was acknowledged, that nothing in it is torn, and that its records are what its log
 * says.
 * @param lines the log as it was at the very end
 * @throws {Error} naming what is lost.
 */
export async function proveNothingLost(
  store: Store,
  lines: readonly string[],
  acknowledged: Acknowledged,
): Promise<void> {
  const found = await eventsOf(store);
  const lost = acknowledged.events.filter((seq) => found[seq] !== lines[seq]);
  if (lost.length > 0) throw new Error(`lost: events ${lost.join(", ")}`);
  const foreign = found.findIndex((line, seq) => line !== lines[seq]);
  if (foreign !== -1) throw new Error(`event ${foreign} was never committed`);
  for (const { kind, id, version, state } of lastChanges(found.map(readEvent))) {
    const kept = await readRecord(store, kind, id);
    const expected = state === null ? null : { id, version, state };
    if (JSON.stringify(kept) !== JSON.stringify(expected)) throw new Error(`${kind} ${id} is not what the log says`);
  }
  for (const sha256 of acknowledged.documents) {
    const document = await store.document(sha256);
    const bytes = document && (await buffer(document));
    if (!bytes || createHash("sha256").update(bytes).digest("hex") !== sha256)
      throw new Error(`lost: document ${sha256}`);
  }
}

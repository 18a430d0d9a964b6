import type { Transaction } from "kysely";
import type { LoggedEvent } from "../../change.ts";
import { leafHash } from "../../log/leaf-hash.ts";
import { headOf } from "../../log/read-event.ts";
import type { Database } from "../database.ts";
import { inChunks } from "./in-chunks.ts";

/** An event and its line. */
export interface LinedEvent {
  event: LoggedEvent;
  line: string;
}

const eventRow = ({ event, line }: LinedEvent) => ({
  seq: event.seq,
  at: event.at,
  action: event.action,
  by_account: event.by.account,
  head: JSON.stringify(headOf(event)),
  line,
  leaf: Buffer.from(leafHash(line), "hex"),
});

const recordRows = ({ event: { seq, records } }: LinedEvent) =>
  records.map(({ kind, id, version, after }) => ({ seq, kind, id, version, after }));

/** Adds events at the end of the log. */
export async function writeEvents(transaction: Transaction<Database>, events: readonly LinedEvent[]): Promise<void> {
  for (const rows of inChunks(events.map(eventRow))) await transaction.insertInto("events").values(rows).execute();
  for (const rows of inChunks(events.flatMap(recordRows)))
    await transaction.insertInto("event_records").values(rows).execute();
}

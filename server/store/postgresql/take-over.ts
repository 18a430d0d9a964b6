import { type Kysely, sql, type Transaction } from "kysely";
import { EventChain } from "../log/event-chain.ts";
import { asText, type ForeignEvent } from "../log/foreign-event.ts";
import { readEvent } from "../log/read-event.ts";
import { type EventParts, partsOf } from "../log/write-event.ts";
import { eventWrites, type LinedEvent } from "./commit/event-writes.ts";
import { lockLog } from "./commit/lock-log.ts";
import { type RecordToWrite, recordWrites } from "./commit/record-writes.ts";
import { runWrites } from "./commit/run-writes.ts";
import type { Database } from "./database.ts";

/** How many events, and about how many characters of them, are written at a time. */
const BATCH = { events: 1000, characters: 4 * 1024 * 1024 };

async function* inBatches(events: AsyncIterable<ForeignEvent>): AsyncGenerator<string[]> {
  let batch: string[] = [];
  let characters = 0;
  for await (const event of events) {
    const line = asText(event.line);
    batch.push(line);
    characters += line.length;
    if (batch.length < BATCH.events && characters < BATCH.characters) continue;
    yield batch;
    batch = [];
    characters = 0;
  }
  if (batch.length > 0) yield batch;
}

/** An event that was read, with its parts. */
type ReadEvent = LinedEvent & { parts: EventParts };

function read(line: string): ReadEvent {
  const event = readEvent(line);
  return { line, event, parts: partsOf(event) };
}

const recordsOf = ({ parts: { seq, records } }: ReadEvent): RecordToWrite[] =>
  records.map(({ kind, id, version, text }) => ({ kind, id, version, seq, text }));

const write = (transaction: Transaction<Database>, events: readonly ReadEvent[]): Promise<void> =>
  runWrites(transaction, [...eventWrites(events), ...recordWrites(events.flatMap(recordsOf))]);

/** Writes a batch while the next one is read. */
async function writeAll(transaction: Transaction<Database>, foreign: AsyncIterable<ForeignEvent>): Promise<void> {
  const chain = new EventChain();
  let written = Promise.resolve();
  try {
    for await (const batch of inBatches(foreign)) {
      const events = batch.map(read);
      for (const { parts } of events) chain.follow(parts);
      await written;
      written = write(transaction, events);
      written.catch(() => undefined); // Told when it is waited for.
    }
  } finally {
    await written;
  }
}

async function begin(transaction: Transaction<Database>): Promise<void> {
  if ((await lockLog(transaction)).size > 0) throw new Error("events can be taken over into an empty store only");
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(transaction);
}

/**
 * Takes over events that another store wrote, all or none of them.
 * @throws {BrokenLog} where an event does not follow from those before it; {@throws {Error} where the log is not empty.
 */
export const takeOver = (db: Kysely<Database>, events: AsyncIterable<ForeignEvent>): Promise<void> =>
  db.transaction().execute(async (transaction) => {
    await begin(transaction);
    await writeAll(transaction, events);
  });

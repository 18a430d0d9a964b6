import type { Kysely, Transaction } from "kysely";
import type { Change } from "../../change.ts";
import type { Database } from "../database.ts";
import { Batch, type Outcome } from "./batch.ts";
import { commitOrFindOut, rollBack } from "./commit-or-find-out.ts";
import { eventWrites, type LinedEvent } from "./event-writes.ts";
import { lockLog } from "./lock-log.ts";
import { readKept } from "./read-kept.ts";
import { recordWrites } from "./record-writes.ts";
import { runWrites } from "./run-writes.ts";

interface Written {
  outcomes: Outcome[];
  last: LinedEvent | undefined;
}

async function write(
  transaction: Transaction<Database>,
  changes: readonly Change[],
  now: () => Date,
): Promise<Written> {
  const end = await lockLog(transaction);
  const records = changes.flatMap((change) => change.records);
  const batch = new Batch(end, await readKept(transaction, records), now());
  const outcomes = changes.map((change) => batch.put(change));
  await runWrites(transaction, [...eventWrites(batch.events), ...recordWrites(batch.records)]);
  return { outcomes, last: batch.events.at(-1) };
}

/**
 * Commits changes in one transaction, those that are refused left out.
 * @returns what came of each.
 * @throws {InvalidChange} where the database itself refused one of them: then none was committed.
 */
export async function commitBatch(
  db: Kysely<Database>,
  changes: readonly Change[],
  now: () => Date,
): Promise<Outcome[]> {
  const transaction = await db.startTransaction().execute();
  const { outcomes, last } = await write(transaction, changes, now).catch(async (error) => {
    await rollBack(transaction);
    throw error;
  });
  await commitOrFindOut(db, transaction, last);
  return outcomes;
}

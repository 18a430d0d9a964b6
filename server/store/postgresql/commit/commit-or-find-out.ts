import { setTimeout as sleep } from "node:timers/promises";
import type { ControlledTransaction, Kysely } from "kysely";
import { StoreUnavailable } from "../../failures.ts";
import type { Database } from "../database.ts";
import type { LinedEvent } from "./event-writes.ts";
import { lockLog } from "./lock-log.ts";

const TRIES = 5;
const MILLISECONDS_BETWEEN = 400;

/** Whether the log holds the event; asked under the lock, so that the transaction that may have written it is over. */
async function isInLog(db: Kysely<Database>, { event, line }: LinedEvent): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    await lockLog(transaction);
    const found = await transaction.selectFrom("events").select("line").where("seq", "=", event.seq).executeTakeFirst();
    return found?.line === line;
  });
}

async function findOut(db: Kysely<Database>, last: LinedEvent): Promise<boolean> {
  for (let tries = 1; tries <= TRIES; tries++) {
    await sleep(MILLISECONDS_BETWEEN);
    try {
      return await isInLog(db, last);
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
    }
  }
  return false;
}

/** Gives the transaction up; on a connection that is gone, it is given up already. */
export async function rollBack(transaction: ControlledTransaction<Database>): Promise<void> {
  await transaction
    .rollback()
    .execute()
    .catch(() => undefined);
}

/**
 * Commits. Where the connection breaks before the answer comes, the database is asked whether it had committed.
 * @param last the last event that the transaction wrote, if any
 */
export async function commitOrFindOut(
  db: Kysely<Database>,
  transaction: ControlledTransaction<Database>,
  last: LinedEvent | undefined,
): Promise<void> {
  try {
    await transaction.commit().execute();
  } catch (error) {
    await rollBack(transaction);
    if (!(error instanceof StoreUnavailable && last && (await findOut(db, last)))) throw error;
  }
}

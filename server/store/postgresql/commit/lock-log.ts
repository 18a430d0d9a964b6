import { sql, type Transaction } from "kysely";
import type { Database } from "../database.ts";

/** The lock of whoever writes to the log, whichever server process it is. It ends with the transaction. */
const LOCK = 7_152_320_042;

/** Where the log ends: how many events it holds, and the instant of the last one, empty where there is none. */
export interface LogEnd {
  size: number;
  lastAt: string;
}

/** Waits for the turn to write to the log, and says where it ends. */
export async function lockLog(transaction: Transaction<Database>): Promise<LogEnd> {
  await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(transaction);
  const last = await transaction.selectFrom("events").select(["seq", "at"]).orderBy("seq", "desc").limit(1).execute();
  return { size: (last[0]?.seq ?? -1) + 1, lastAt: last[0]?.at.toISOString() ?? "" };
}

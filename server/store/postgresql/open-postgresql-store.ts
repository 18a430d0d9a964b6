import { Kysely, PostgresDialect } from "kysely";
import type { Pool } from "pg";
import type { Store } from "../store.ts";
import { CommitQueue } from "./commit/commit-queue.ts";
import { connect, connectToSnapshot } from "./connect.ts";
import type { Database } from "./database.ts";
import { asStoreFailure } from "./database-failure.ts";
import { documents } from "./documents.ts";
import { migrate } from "./migrate.ts";
import { readAccounts } from "./read/accounts.ts";
import { readCases } from "./read/cases.ts";
import { readChambers } from "./read/chambers.ts";
import { readDecisions } from "./read/decisions.ts";
import { readLog } from "./read/events.ts";
import { readLookingsBack } from "./read/lookings-back.ts";
import { readRuleSets } from "./read/rule-sets.ts";
import { storePool } from "./store-pool.ts";
import { takeOver } from "./take-over.ts";

async function prepare(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await migrate(client);
  } finally {
    client.release();
  }
}

/** Connections to a database whose tables are up to date. */
async function openPool(url: string, snapshot: boolean): Promise<Pool> {
  const pool = connect(url);
  try {
    await prepare(pool);
  } catch (error) {
    await pool.end();
    throw asStoreFailure(error);
  }
  if (!snapshot) return pool;
  await pool.end();
  return connectToSnapshot(url);
}

export interface PostgresqlOptions {
  now: () => Date;
  /** Whether all is to be seen as it stands at one moment, for reading alone. */
  snapshot?: boolean;
}

/**
 * Opens the store in a PostgreSQL database and brings its tables up to date. Several processes may share it.
 * @param url `postgresql://user:password@host:port/database`
 * @throws {StoreUnavailable} where the database does not answer; {@throws {StoreRefused} where a newer version of the
 * program has changed its tables.
 */
export async function openPostgresqlStore(url: string, { now, snapshot = false }: PostgresqlOptions): Promise<Store> {
  const pool = await openPool(url, snapshot);
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: storePool(pool) }) });
  const commits = new CommitQueue(db, now);
  let closing: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    await commits.close();
    await db.destroy();
  };
  return {
    kind: "postgresql",
    commit: (change) => commits.commit(change),
    ...readChambers(db),
    ...readCases(db),
    ...readDecisions(db),
    ...readRuleSets(db),
    ...readLookingsBack(db),
    ...readAccounts(db),
    ...readLog(db),
    ...documents(db),
    takeOver: (events) => takeOver(db, events),
    close: () => (closing ??= close()),
  };
}

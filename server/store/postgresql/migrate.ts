import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { runner } from "node-pg-migrate";
import type { ClientBase } from "pg";
import { PROJECT_ROOT } from "../../project-root.ts";
import { StoreRefused } from "../failures.ts";

const FOLDER = join(PROJECT_ROOT, "server/store/postgresql/migrations");
const TABLE = "migrations";

/** The lock under which one process at a time brings the tables up to date; the others wait for it. */
const LOCK = 7_152_320_041;

const silent = (): void => undefined;

/** The migrations as SQL, in their order. */
export async function readMigrations(): Promise<string[]> {
  const files = (await readdir(FOLDER)).sort((one, other) => Number.parseInt(one, 10) - Number.parseInt(other, 10));
  return Promise.all(files.map((file) => readFile(join(FOLDER, file), "utf8")));
}

async function refuseNewer(client: ClientBase): Promise<void> {
  const { rows } = await client.query(`select to_regclass('${TABLE}') is not null as there`);
  if (!rows[0].there) return;
  const known = (await readdir(FOLDER)).map((file) => file.replace(/\.sql$/, ""));
  const { rows: newer } = await client.query(`select name from ${TABLE} where name <> all ($1)`, [known]);
  if (newer.length === 0) return;
  throw new StoreRefused(
    "unknown-format",
    `The database was brought to a later version by a newer Qagida (${newer.map(({ name }) => name).join(", ")}). Start that version.`,
  );
}

/**
 * Brings the tables of the database up to date.
 * @throws {StoreRefused} where a newer version of the program has changed them.
 */
export async function migrate(client: ClientBase): Promise<void> {
  await client.query("select pg_advisory_lock($1)", [LOCK]);
  try {
    await refuseNewer(client);
    const logger = { debug: silent, info: silent, warn: silent, error: silent };
    await runner({ dbClient: client, dir: FOLDER, migrationsTable: TABLE, direction: "up", noLock: true, logger });
  } finally {
    await client.query("select pg_advisory_unlock($1)", [LOCK]);
  }
}

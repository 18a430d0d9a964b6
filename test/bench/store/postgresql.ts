import pg from "pg";
import { openPostgresqlStore } from "../../../server/store/postgresql/open-postgresql-store.ts";
import { startPostgresql } from "../../store/postgresql.ts";
import type { StoreContender } from "./contender.ts";

/** The store in a PostgreSQL from npm, or in the one of `TEST_DATABASE_URL`, and a table beside it of one column. */
export async function postgresql(): Promise<StoreContender> {
  const server = await startPostgresql([]); // Not as quick as for tests: it waits for the disk.
  const url = await server.createDatabase();
  const store = await openPostgresqlStore(url, { now: () => new Date() });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("create table bare (line text not null)");
  return {
    name: "PostgreSQL",
    perSecond: 300,
    store,
    bareName: "single-row inserts",
    writeBare: async (text) => void (await client.query("insert into bare (line) values ($1)", [text])),
    remove: async () => {
      await client.end();
      await store.close();
      await server.stop();
    },
  };
}

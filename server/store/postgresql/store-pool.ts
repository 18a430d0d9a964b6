import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from "kysely";
import type { Pool, PoolClient } from "pg";
import { asStoreFailure, isUnspeakable } from "./database-failure.ts";

/** A connection whose failures are those of the store. */
class StoreClient {
  readonly #client: PoolClient;

  constructor(client: PoolClient) {
    this.#client = client;
  }

  async query(sql: string, parameters: unknown[]): Promise<PostgresQueryResult<unknown>> {
    try {
      return (await this.#client.query(sql, parameters)) as PostgresQueryResult<unknown>;
    } catch (error) {
      if (isUnspeakable(error) && sql.startsWith("select")) return { command: "SELECT", rowCount: 0, rows: [] };
      throw asStoreFailure(error);
    }
  }

  release(): void {
    this.#client.release();
  }
}

/** The pool for kysely, with failures of the database told as failures of the store. */
export const storePool = (pool: Pool): PostgresPool => ({
  connect: async () => {
    const client = await pool.connect().catch((error) => {
      throw asStoreFailure(error);
    });
    // Kysely asks with cursors only where its settings give it one.
    return new StoreClient(client) as unknown as PostgresPoolClient;
  },
  end: () => pool.end(),
});

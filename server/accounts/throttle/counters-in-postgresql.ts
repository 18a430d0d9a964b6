import { Pool } from "pg";
import { RateLimiterPostgres } from "rate-limiter-flexible";
import type { Counters } from "./counters.ts";

const TABLE = "attempts";

/** In milliseconds: as long as the store waits for its database. */
const LONGEST_CONNECTING = 5000;

type Options = ConstructorParameters<typeof RateLimiterPostgres>[0];

/** Makes the table, where it is not there. */
const createTable = (options: Options): Promise<void> =>
  new Promise((resolve, reject) => {
    new RateLimiterPostgres(options, (error) => (error ? reject(error) : resolve()));
  });

/** Counters in PostgreSQL, which every process on the database shares. */
export async function countersInPostgresql(url: string): Promise<Counters> {
  const storeClient = new Pool({ connectionString: url, max: 2, connectionTimeoutMillis: LONGEST_CONNECTING });
  // A connection that breaks while nobody uses it is replaced by the next query, which tells if it cannot be.
  storeClient.on("error", () => {});
  const shared = { storeClient, tableName: TABLE };
  await createTable({ ...shared, points: 1, duration: 1, clearExpiredByTimeout: false });
  return {
    create: (keyPrefix, points, duration) =>
      new RateLimiterPostgres({ ...shared, tableCreated: true, keyPrefix, points, duration }),
    close: () => storeClient.end(),
  };
}

import { Pool } from "pg";
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterPostgres } from "rate-limiter-flexible";

/** Makes a counter that forgets after so many seconds; each has a name of its own. */
export interface Counters {
  create(name: string, points: number, duration: number): RateLimiterAbstract;
  close(): Promise<void>;
}

/** Counters in the memory of this process: for the embedded store, which one process alone uses. */
export const countersInMemory = (): Counters => ({
  create: (keyPrefix, points, duration) => new RateLimiterMemory({ keyPrefix, points, duration }),
  close: async () => {},
});

const TABLE = "attempts";

/** Counters in PostgreSQL, which every process on the database shares. Their table is made where it is not there. */
export async function countersInPostgresql(url: string): Promise<Counters> {
  const storeClient = new Pool({ connectionString: url, max: 2 });
  const shared = { storeClient, tableName: TABLE };
  await new Promise<void>((resolve, reject) => {
    new RateLimiterPostgres(shared as ConstructorParameters<typeof RateLimiterPostgres>[0], (error) =>
      error ? reject(error) : resolve(),
    );
  });
  return {
    create: (keyPrefix, points, duration) =>
      new RateLimiterPostgres({ ...shared, tableCreated: true, keyPrefix, points, duration }),
    close: () => storeClient.end(),
  };
}

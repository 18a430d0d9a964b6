import { type Counters, countersInMemory, countersInPostgresql } from "./counters.ts";

/** The counters that go with a store: in memory for the embedded one, shared where there is a database. */
export const openCounters = async (databaseUrl: string | null): Promise<Counters> =>
  databaseUrl === null ? countersInMemory() : countersInPostgresql(databaseUrl);

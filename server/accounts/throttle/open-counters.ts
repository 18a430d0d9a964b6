import { type Counters, countersInMemory } from "./counters.ts";

/** The counters that go with a store: in memory for the embedded one, shared where there is a database. */
export async function openCounters(databaseUrl: string | null): Promise<Counters> {
  if (databaseUrl === null) return countersInMemory();
  const { countersInPostgresql } = await import("./counters-in-postgresql.ts");
  return countersInPostgresql(databaseUrl);
}

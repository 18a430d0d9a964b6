import { openEmbeddedStore } from "./embedded/open-embedded-store.ts";
import type { Store } from "./store.ts";

export interface StoreOptions {
  /** The folder of the embedded store, and of what is kept beside it. */
  dataFolder: string;
  /** Where PostgreSQL is; null for the embedded store. */
  databaseUrl: string | null;
  /** Whether a database is to be seen as it stands at one moment, for reading alone. */
  snapshot?: boolean;
  now(): Date;
}

/**
 * Opens the store that the settings name. What speaks to PostgreSQL is loaded only where there is one.
 * @throws {StoreRefused} where it cannot be opened as it is.
 */
export async function openStore({ dataFolder, databaseUrl, now, snapshot = false }: StoreOptions): Promise<Store> {
  if (databaseUrl === null) return openEmbeddedStore(dataFolder, { now });
  const { openPostgresqlStore } = await import("./postgresql/open-postgresql-store.ts");
  return openPostgresqlStore(databaseUrl, { now, snapshot });
}

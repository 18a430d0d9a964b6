import { openEmbeddedLog } from "./embedded/open-log.ts";
import { type LogSource, logOf } from "./log-source.ts";
import type { StoreOptions } from "./open-store.ts";
import { openPostgresqlStore } from "./postgresql/open-postgresql-store.ts";

/** Opens the log of the store that the settings name, as it stands now; a server may be at work on it. */
export const openLog = async ({ dataFolder, databaseUrl, now }: StoreOptions): Promise<LogSource> =>
  databaseUrl === null ? openEmbeddedLog(dataFolder) : logOf(await openPostgresqlStore(databaseUrl, { now }));

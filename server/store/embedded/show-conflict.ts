import { Conflict } from "../failures.ts";
import type { Outdated } from "../log/judge-change.ts";
import type { Entry } from "./entry.ts";
import type { EventLog } from "./event-log.ts";
import { showEntry } from "./show-entry.ts";

/** The conflict of a change with what is kept: each record whole. */
export async function showConflict(log: EventLog, outdated: readonly Outdated<Entry>[]): Promise<Conflict> {
  const records = outdated.map(async ({ kept, ...record }) => ({
    ...record,
    kept: kept && (await showEntry(log, kept)),
  }));
  return new Conflict(await Promise.all(records));
}

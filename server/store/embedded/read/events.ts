import type { Store } from "../../store.ts";
import type { EventLog } from "../event-log.ts";

/** Reads the log. */
export const readLog = (log: EventLog): Pick<Store, "head" | "events" | "findEvents" | "event"> => ({
  head: async () => ({ size: log.size }),
  events: (from, to) => log.lines(from, to),
  findEvents: (query) => log.find(query),
  event: (seq) => log.event(seq),
});

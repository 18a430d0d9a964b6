import type { EventHead } from "../../store/change.ts";
import type { Store } from "../../store/store.ts";
import { type AuditFilter, eventQuery } from "./audit-filter.ts";

/** The account that a filter names by its login or its id; the id of a removed account still finds what it did. */
async function accountOf(store: Store, { by }: AuditFilter): Promise<string | null> {
  if (by === "") return null;
  return (await store.accountNamed(by.toLowerCase()))?.id ?? by;
}

/** The events that a filter asks for, the newest first. */
export async function findEvents(store: Store, filter: AuditFilter, limit: number): Promise<EventHead[]> {
  return store.findEvents(eventQuery(filter, await accountOf(store, filter), limit));
}

/** All of them, some at a time. */
export async function* allEvents(store: Store, filter: AuditFilter, atOnce: number): AsyncGenerator<EventHead[]> {
  let before = filter.before;
  for (;;) {
    const found = await findEvents(store, { ...filter, before }, atOnce);
    if (found.length > 0) yield found;
    before = found.at(-1)?.seq ?? 0;
    if (found.length < atOnce) return;
  }
}

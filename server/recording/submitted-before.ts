import type { EventHead } from "../store/change.ts";
import type { Store } from "../store/store.ts";

/** How many of a case's last events are looked through; a case has a few. */
const LOOKED_THROUGH = 500;

/** The event that a submission made on a record, if it was committed before. */
export async function submittedBefore(store: Store, record: string, submission: string): Promise<EventHead | null> {
  const events = await store.findEvents({ record, limit: LOOKED_THROUGH });
  return events.find((event) => event.submission === submission) ?? null;
}

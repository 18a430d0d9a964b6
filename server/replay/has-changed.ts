import type { Store } from "../store/store.ts";

/** How many events are looked through before all is taken for changed. */
const LOOKED_THROUGH = 200;

/** Whether a case was changed since the log had so many events. Sign-ins and the like change none. */
export async function hasCaseChanged(store: Store, since: number): Promise<boolean> {
  const { size } = await store.head();
  if (size === since) return false;
  if (size - since > LOOKED_THROUGH) return true;
  const events = await store.findEvents({ limit: size - since });
  return events.some(({ records }) => records.some(({ kind }) => kind === "case"));
}

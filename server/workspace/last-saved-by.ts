import type { Store } from "../store/store.ts";

/** Who changed a draft last, by the log. */
export async function lastSavedBy(store: Store, draft: string): Promise<string> {
  const [last] = await store.findEvents({ record: draft, limit: 1 });
  return last?.by.name ?? "–";
}

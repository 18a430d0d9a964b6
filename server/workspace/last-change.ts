import type { Store } from "../store/store.ts";

/** The last change of a draft, by the log: whose it was, and its instant in UTC. */
export async function lastChange(store: Store, draft: string): Promise<{ by: string; at: string }> {
  const [last] = await store.findEvents({ record: draft, limit: 1 });
  if (!last) throw new Error(`the log has no event of the draft ${draft}`);
  return { by: last.by.name, at: last.at };
}

/** Who changed a draft last, by the log. */
export const lastSavedBy = async (store: Store, draft: string): Promise<string> => (await lastChange(store, draft)).by;

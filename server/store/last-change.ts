import type { Store } from "./store.ts";

/** The last change of a record, by the log: whose it was, and its instant in UTC. */
export async function lastChange(store: Store, record: string): Promise<{ by: string; at: string }> {
  const [last] = await store.findEvents({ record, limit: 1 });
  if (!last) throw new Error(`the log has no event of ${record}`);
  return { by: last.by.name, at: last.at };
}

import type { Chamber, Consultant, Stored } from "../store/records.ts";
import type { Store } from "../store/store.ts";

/** The register as a store holds it, in the order of ids. */
export interface StoredRegister {
  chambers: Stored<Chamber>[];
  consultants: Stored<Consultant>[];
}

const byId = (one: Stored<unknown>, other: Stored<unknown>): number => (one.id < other.id ? -1 : 1);

/** Reads all chambers of a store, and all consultants on their lists. */
export async function storedRegister(store: Store): Promise<StoredRegister> {
  const chambers = await store.chambers();
  const consultants: Stored<Consultant>[] = [];
  for (const { id } of chambers) for (const consultant of await store.consultantsOf(id)) consultants.push(consultant);
  return { chambers: chambers.sort(byId), consultants: consultants.sort(byId) };
}

import { Conflict } from "../../store/failures.ts";
import { lastChange } from "../../store/last-change.ts";
import type { CaseRecord, Stored } from "../../store/records.ts";
import type { Store } from "../../store/store.ts";

/** What was kept meanwhile, by whom and when: the other side of a conflict. */
export interface KeptMeanwhile {
  kept: Stored<CaseRecord>;
  by: string;
  at: string;
}

/** What was kept of a case meanwhile, where an error is the conflict about it; else null. */
export async function keptMeanwhile(store: Store, error: unknown): Promise<KeptMeanwhile | null> {
  const id = error instanceof Conflict ? error.records.find(({ kind }) => kind === "case")?.id : undefined;
  const kept = id === undefined ? null : await store.case(id);
  return kept ? { kept, ...(await lastChange(store, kept.id)) } : null;
}

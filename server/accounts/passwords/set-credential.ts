import type { RecordChange } from "../../store/change.ts";
import type { Store } from "../../store/store.ts";

/** The password of an account as a record to commit, in place of the one that there may be. */
export async function setCredential(
  store: Store,
  account: string,
  passwordHash: string,
  changedAt: Date,
): Promise<RecordChange> {
  const from = (await store.credential(account))?.version ?? 0;
  return { kind: "credential", id: account, from, state: { passwordHash, changedAt: changedAt.toISOString() } };
}

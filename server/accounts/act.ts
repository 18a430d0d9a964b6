import type { Change, Committed, ConflictingRecord } from "../store/change.ts";
import { Conflict } from "../store/failures.ts";
import type { Actor } from "../store/records.ts";
import type { Store } from "../store/store.ts";

/** Who changes something in a store, when, and with which submission of a form. */
export interface Act {
  store: Store;
  now(): Date;
  by: Actor;
  submission?: string;
}

const MOST_TRIES = 8;

/**
 * Commits a change that is built from what the store holds. Where a record was changed meanwhile that the actor did
 * not see, such as a session that was just refreshed, the change is built anew.
 * @param seen whether the actor saw the record that was changed meanwhile. @throws {Conflict} where they did.
 */
export async function commitBuilt(
  { store, by, submission }: Act,
  seen: (record: ConflictingRecord) => boolean,
  build: () => Promise<Pick<Change, "action" | "reason" | "records">>,
): Promise<Committed> {
  for (let tries = 1; ; tries++) {
    const change = { ...(await build()), by, ...(submission ? { submission } : {}) };
    try {
      return await store.commit(change);
    } catch (error) {
      if (!(error instanceof Conflict) || tries === MOST_TRIES || error.records.some(seen)) throw error;
    }
  }
}

/** Sees one account, and none of what belongs to it. */
export const seesAccount =
  (account: string) =>
  ({ kind, id }: ConflictingRecord): boolean =>
    kind === "account" && id === account;

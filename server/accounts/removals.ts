import type { RecordChange } from "../store/change.ts";
import type { Store } from "../store/store.ts";

/** The removal of every session of an account, but for one that is kept. */
export const endSessions = async (store: Store, account: string, kept?: string): Promise<RecordChange[]> =>
  (await store.sessionsOf(account))
    .filter(({ id }) => id !== kept)
    .map(({ id, version }) => ({ kind: "session", id, from: version, state: null }));

/** The removal of every link of an account; null for the links that belong to none. */
export const voidLinks = async (store: Store, account: string | null): Promise<RecordChange[]> =>
  (await store.links())
    .filter(({ state }) => state.account === account)
    .map(({ id, version }) => ({ kind: "link", id, from: version, state: null }));

/** The removal of an account's password, where it has one. */
export async function removeCredential(store: Store, account: string): Promise<RecordChange[]> {
  const credential = await store.credential(account);
  return credential ? [{ kind: "credential", id: account, from: credential.version, state: null }] : [];
}

import type { Account, Stored } from "../../store/records.ts";
import { type Act, commitBuilt, seesAccount } from "../act.ts";
import { witness } from "../administrators.ts";
import { endSessions, removeCredential, voidLinks } from "../removals.ts";

/**
 * Removes an account with everything that is its own: password, sessions, links. The log keeps what it did, under its
 * name. @throws {AccountRefused} where no administrator would remain; @throws {Conflict}
 */
export async function removeAccount(act: Act, account: Stored<Account>): Promise<void> {
  const { store } = act;
  await commitBuilt(act, seesAccount(account.id), async () => ({
    action: "account.remove",
    records: [
      { kind: "account", id: account.id, from: account.version, state: null },
      ...(await witness(store, account, null)),
      ...(await removeCredential(store, account.id)),
      ...(await endSessions(store, account.id)),
      ...(await voidLinks(store, account.id)),
    ],
  }));
}

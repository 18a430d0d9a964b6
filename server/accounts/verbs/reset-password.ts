import type { Account, Stored } from "../../store/records.ts";
import { refused } from "../account-refused.ts";
import { type Act, commitBuilt, seesAccount } from "../act.ts";
import { type NewLink, newLink } from "../links/new-link.ts";
import { voidLinks } from "../removals.ts";

/**
 * Makes a link by which the owner of an account sets a new password; every earlier link of the account is void. The
 * password that there is goes on working until then.
 * @throws {AccountRefused} where the account is closed.
 */
export async function resetPassword(act: Act, account: Stored<Account>): Promise<NewLink> {
  if (account.state.closed) throw refused("account-closed", "");
  const isFirst = !(await act.store.credential(account.id));
  const link = newLink(isFirst ? "invitation" : "reset", account.id, act.now());
  await commitBuilt(act, seesAccount(account.id), async () => ({
    action: "account.reset",
    records: [link.record, ...(await voidLinks(act.store, account.id))],
  }));
  return link;
}

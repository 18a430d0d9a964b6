import type { RecordChange } from "../store/change.ts";
import type { Account, Stored } from "../store/records.ts";
import type { Store } from "../store/store.ts";
import { refused } from "./account-refused.ts";

/** Whether an account can administer accounts now. */
export const isAdministrator = ({ grants, closed }: Account): boolean =>
  !closed && grants.some(({ role }) => role === "administrator");

/**
 * What has to go into a change that makes an account less than it was, so that an administrator always remains: one
 * who does remain, unchanged but in version. Two who take the role from each other at the same time thus conflict.
 * @throws {AccountRefused} where the account is the last administrator's.
 */
export async function witness(store: Store, before: Stored<Account>, after: Account | null): Promise<RecordChange[]> {
  if (!isAdministrator(before.state) || (after && isAdministrator(after))) return [];
  const others = (await store.accounts()).filter(({ id, state }) => id !== before.id && isAdministrator(state));
  const withPassword = await Promise.all(
    others.map(async (other) => ((await store.credential(other.id)) ? other : null)),
  );
  const remaining = withPassword.find((other) => other !== null);
  if (!remaining) throw refused("last-administrator", "");
  return [{ kind: "account", id: remaining.id, from: remaining.version, state: remaining.state }];
}

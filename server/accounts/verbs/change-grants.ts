import type { Account, Grant, Stored } from "../../store/records.ts";
import { AccountRefused, refused } from "../account-refused.ts";
import type { Act } from "../act.ts";
import { type ChosenGrant, grantOf, grantProblem, sameGrant } from "../grants.ts";
import { changeAccount } from "./change-account.ts";

/** Gives an account one role more. @throws {AccountRefused} @throws {Conflict} */
export async function grant(act: Act, account: Stored<Account>, chosen: ChosenGrant): Promise<void> {
  const problem = await grantProblem(act.store, chosen);
  if (problem) throw new AccountRefused([problem]);
  const added = grantOf(chosen) as Grant;
  if (account.state.grants.some((held) => sameGrant(held, added))) throw refused("grant-held", "/role");
  const state = { ...account.state, grants: [...account.state.grants, added] };
  await changeAccount(act, account, { action: "account.change", state });
}

/** Takes one role from an account. @throws {AccountRefused} @throws {Conflict} */
export async function revoke(act: Act, account: Stored<Account>, chosen: ChosenGrant): Promise<void> {
  const taken = grantOf(chosen);
  const grants = account.state.grants.filter((held) => !(taken && sameGrant(held, taken)));
  if (grants.length === account.state.grants.length) throw refused("grant-not-held", "/role");
  await changeAccount(act, account, { action: "account.change", state: { ...account.state, grants } });
}

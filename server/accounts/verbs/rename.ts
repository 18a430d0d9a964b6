import type { Account, Stored } from "../../store/records.ts";
import { AccountRefused } from "../account-refused.ts";
import type { Act } from "../act.ts";
import { nameProblem } from "../person-name.ts";
import { changeAccount } from "./change-account.ts";

/** Gives the owner of an account another name. @throws {AccountRefused} @throws {Conflict} */
export async function rename(act: Act, account: Stored<Account>, name: string): Promise<void> {
  const problem = nameProblem(name);
  if (problem) throw new AccountRefused([problem]);
  await changeAccount(act, account, { action: "account.change", state: { ...account.state, name: name.trim() } });
}

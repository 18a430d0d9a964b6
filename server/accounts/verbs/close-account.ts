import type { Account, Stored } from "../../store/records.ts";
import type { Act } from "../act.ts";
import { changeAccount } from "./change-account.ts";

/** Closes an account: nobody signs in to it, its sessions end and its links are void. @throws {AccountRefused} @throws {Conflict} */
export async function closeAccount(act: Act, account: Stored<Account>): Promise<void> {
  await changeAccount(act, account, {
    action: "account.close",
    state: { ...account.state, closed: true },
    shutsOut: true,
  });
}

/** Opens a closed account again; no session from before is left. @throws {Conflict} */
export async function reopenAccount(act: Act, account: Stored<Account>): Promise<void> {
  await changeAccount(act, account, {
    action: "account.reopen",
    state: { ...account.state, closed: false },
    shutsOut: true,
  });
}

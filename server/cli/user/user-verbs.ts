import type { Act } from "../../accounts/act.ts";
import { grant, revoke } from "../../accounts/verbs/change-grants.ts";
import { closeAccount, reopenAccount } from "../../accounts/verbs/close-account.ts";
import { invite } from "../../accounts/verbs/invite.ts";
import { resetPassword } from "../../accounts/verbs/reset-password.ts";
import type { Account, Stored } from "../../store/records.ts";
import { handOver, type LinkOptions } from "./hand-over.ts";
import { accountOf, withAccounts } from "./with-accounts.ts";

/** Whom a role is for. */
export interface GrantOptions {
  chamber?: string;
  consultant?: string;
}

/** A new account. */
export interface InviteOptions extends GrantOptions, LinkOptions {
  name: string;
  role: string;
}

const chosen = (role: string, { chamber = "", consultant = "" }: GrantOptions) => ({ role, chamber, consultant });

const change = (login: string, step: (act: Act, account: Stored<Account>) => Promise<void>): Promise<number> =>
  withAccounts(login, async (act) => {
    await step(act, await accountOf(act, login));
    return 0;
  });

/** `qagida user invite`: makes an account, and prints the link by which its owner sets the password. */
export const inviteUser = (login: string, options: InviteOptions): Promise<number> =>
  withAccounts(login, async (act) => {
    const { link } = await invite(act, { login, name: options.name, ...chosen(options.role, options) });
    if (link) await handOver(link, options);
    return 0;
  });

/** `qagida user reset`: prints a link by which the owner of an account sets a new password. */
export const resetUser = (login: string, options: LinkOptions): Promise<number> =>
  change(login, async (act, account) => handOver(await resetPassword(act, account), options));

/** `qagida user close`: nobody signs in to the account any more, and its sessions end. */
export const closeUser = (login: string): Promise<number> => change(login, closeAccount);

/** `qagida user reopen`: opens a closed account again. */
export const reopenUser = (login: string): Promise<number> => change(login, reopenAccount);

/** `qagida user grant`: gives an account one role more. */
export const grantToUser = (login: string, role: string, options: GrantOptions): Promise<number> =>
  change(login, (act, account) => grant(act, account, chosen(role, options)));

/** `qagida user revoke`: takes one role from an account. */
export const revokeFromUser = (login: string, role: string, options: GrantOptions): Promise<number> =>
  change(login, (act, account) => revoke(act, account, chosen(role, options)));

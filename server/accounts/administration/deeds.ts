import type { Action } from "../../authorisation/actions.ts";
import type { Account, Stored } from "../../store/records.ts";
import type { Act } from "../act.ts";
import { changeAccount } from "../verbs/change-account.ts";
import { grant, revoke } from "../verbs/change-grants.ts";
import { closeAccount, reopenAccount } from "../verbs/close-account.ts";
import { removeAccount } from "../verbs/remove-account.ts";
import { rename } from "../verbs/rename.ts";
import { readGrant } from "./grant-fields.ts";

/** What an administrator may do with an account by a form of its page. */
export interface Deed {
  /** The last part of the form's address. */
  name: "rename" | "grant" | "revoke" | "close" | "reopen" | "remove";
  action: Action;
  do(act: Act, account: Stored<Account>, form: URLSearchParams): Promise<void>;
}

export const DEEDS: readonly Deed[] = [
  {
    name: "rename",
    action: "account.change",
    do: (act, account, form) => rename(act, account, form.get("name") ?? ""),
  },
  { name: "grant", action: "account.change", do: (act, account, form) => grant(act, account, readGrant(form)) },
  { name: "revoke", action: "account.change", do: (act, account, form) => revoke(act, account, readGrant(form)) },
  { name: "close", action: "account.close", do: closeAccount },
  { name: "reopen", action: "account.reopen", do: reopenAccount },
  { name: "remove", action: "account.remove", do: removeAccount },
];

/**
 * Does it on the version that the administrator saw. Where that is not the last one, the store alone judges: the same
 * form sent again was done already, and any other is a conflict.
 * @throws {Conflict} @throws {AccountRefused}
 */
export async function doDeed(deed: Deed, act: Act, account: Stored<Account>, form: URLSearchParams): Promise<void> {
  const version = Number(form.get("version"));
  if (version === account.version) return deed.do(act, account, form);
  const seen = { ...account, version: Number.isSafeInteger(version) && version > 0 ? version : account.version + 1 };
  await changeAccount(act, seen, { action: deed.action, state: account.state });
}

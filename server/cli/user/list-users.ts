import type { Language } from "../../../engine/index.ts";
import { grantName } from "../../accounts/role-names.ts";
import { messages } from "../../language/messages.ts";
import type { Account, Chamber, Stored } from "../../store/records.ts";
import { write } from "../standard-output.ts";
import { withAccounts } from "./with-accounts.ts";

export interface ListOptions {
  json?: boolean;
  lang: Language;
}

function asLines(
  language: Language,
  accounts: readonly Stored<Account>[],
  chambers: readonly Stored<Chamber>[],
): string {
  const say = messages(language);
  const rows = accounts.map(({ state }) => [
    state.login,
    state.name,
    state.grants.map((held) => grantName(language, chambers, held)).join("; ") || say("accounts.no-roles"),
    say(`accounts.state.${state.closed ? "closed" : "open"}`),
  ]);
  return rows.map((row) => `${row.join("\t")}\n`).join("");
}

const asJson = (accounts: readonly Stored<Account>[]): string =>
  `${JSON.stringify(
    accounts.map(({ id, state }) => ({ id, ...state })),
    null,
    2,
  )}\n`;

/** `qagida user list`: every account, one a line, its parts between tabs. */
export const listUsers = ({ json, lang }: ListOptions): Promise<number> =>
  withAccounts("", async ({ store }) => {
    const accounts = await store.accounts();
    accounts.sort((one, other) => (one.state.login < other.state.login ? -1 : 1));
    await write(json ? asJson(accounts) : asLines(lang, accounts, await store.chambers()));
    return 0;
  });

import type { Language } from "../../../engine/index.ts";
import { messages } from "../../language/messages.ts";
import type { PageHead } from "../../pages/page.ts";
import type { Account, Chamber, Stored } from "../../store/records.ts";
import { ROLES } from "../grants.ts";
import { grantName } from "../role-names.ts";
import { type AccountFilter, filterAccounts, PAGE_SIZE, queryOfFilter } from "./list-filter.ts";

/** What the list shows: all accounts, the filter of the address, what was done just before. */
export interface ListState {
  accounts: readonly Stored<Account>[];
  chambers: readonly Stored<Chamber>[];
  filter: AccountFilter;
  done: string | null;
}

const STATES = ["open", "closed"] as const;

function pageLinks(language: Language, filter: AccountFilter, found: number) {
  const last = Math.max(1, Math.ceil(found / PAGE_SIZE));
  const linkTo = (page: number): string => `/${language}/accounts${queryOfFilter({ ...filter, page })}`;
  return {
    previous: filter.page > 1 ? linkTo(Math.min(filter.page, last + 1) - 1) : null,
    next: filter.page < last ? linkTo(filter.page + 1) : null,
    text: messages(language)("accounts.page", { page: Math.min(filter.page, last), last }),
  };
}

/** Builds the list of accounts. */
export function listPage(language: Language, state: ListState): { head: PageHead; model: object } {
  const say = messages(language);
  const { accounts, chambers, filter, done } = state;
  const found = filterAccounts(accounts, filter);
  const title = say("accounts.title");
  const row = ({ id, state: account }: Stored<Account>) => ({
    href: `/${language}/accounts/${id}`,
    name: account.name,
    login: account.login,
    roles: account.grants.map((held) => grantName(language, chambers, held)),
    closed: account.closed,
  });
  const choice = (value: string, text: string, chosen: string) => ({ value, text, selected: value === chosen });
  return {
    head: { title, section: "accounts" },
    model: {
      heading: title,
      done: done && say(`accounts.done.${done}`),
      action: `/${language}/accounts`,
      invite: `/${language}/accounts/new`,
      search: filter.search,
      roles: ROLES.map((role) => choice(role, say(`role.${role}`), filter.role)),
      states: STATES.map((value) => choice(value, say(`accounts.state.${value}`), filter.state)),
      count: say("accounts.count", { found: found.length, all: accounts.length }),
      rows: found.slice((filter.page - 1) * PAGE_SIZE, filter.page * PAGE_SIZE).map(row),
      pages: found.length > PAGE_SIZE ? pageLinks(language, filter, found.length) : null,
      everything: queryOfFilter(filter) === "" ? null : `/${language}/accounts`,
    },
  };
}

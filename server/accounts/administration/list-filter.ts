import type { Account, Role, Stored } from "../../store/records.ts";
import { isRole } from "../grants.ts";

/** Which accounts are asked for, as the address says it. */
export interface AccountFilter {
  /** A part of the name or the login. */
  search: string;
  role: Role | "";
  state: "open" | "closed" | "";
  page: number;
}

/** How many accounts a page shows. */
export const PAGE_SIZE = 50;

const LONGEST_SEARCH = 200;

const order = new Intl.Collator("kk", { numeric: true });

/** Reads the filter of an address; what does not fit asks for everything. */
export function readFilter(query: URLSearchParams): AccountFilter {
  const role = query.get("role") ?? "";
  const state = query.get("state");
  const page = Number(query.get("page"));
  return {
    search: (query.get("search") ?? "").trim().slice(0, LONGEST_SEARCH),
    role: isRole(role) ? role : "",
    state: state === "open" || state === "closed" ? state : "",
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
}

/** The query of a filter, with only what it narrows. */
export function queryOfFilter({ search, role, state, page }: AccountFilter): string {
  const parts = Object.entries({ search, role, state, page: page > 1 ? String(page) : "" });
  const query = new URLSearchParams(parts.filter(([, value]) => value !== "")).toString();
  return query === "" ? "" : `?${query}`;
}

/** The accounts that a filter asks for, by name. */
export function filterAccounts(accounts: readonly Stored<Account>[], filter: AccountFilter): Stored<Account>[] {
  const wanted = filter.search.normalize("NFKC").toLowerCase();
  const fits = ({ state }: Stored<Account>): boolean =>
    (wanted === "" || state.login.includes(wanted) || state.name.toLowerCase().includes(wanted)) &&
    (filter.role === "" || state.grants.some(({ role }) => role === filter.role)) &&
    (filter.state === "" || state.closed === (filter.state === "closed"));
  return accounts.filter(fits).sort((one, other) => order.compare(one.state.name, other.state.name));
}

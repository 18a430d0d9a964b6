import type { Language } from "../../../engine/index.ts";
import type { Account, Grant, Role } from "../../store/records.ts";

/** Where the work of a role begins: after the language in the address. */
const FIRST_PAGES: Readonly<Record<Role, (grant: Grant) => string>> = {
  officer: ({ chamber }) => `/chambers/${encodeURIComponent(chamber ?? "")}`,
  auditor: () => "/chambers",
  administrator: () => "/accounts",
  consultant: () => "/account",
  editor: () => "/workspace",
  member: () => "/workspace",
};

const BY_WEIGHT: readonly Role[] = ["officer", "auditor", "administrator", "member", "editor", "consultant"];

/** The page that somebody who signed in begins with. */
export function firstPage(language: Language, { grants }: Account): string {
  const role = BY_WEIGHT.find((candidate) => grants.some((grant) => grant.role === candidate));
  const grant = grants.find((held) => held.role === role);
  return `/${language}${grant ? FIRST_PAGES[grant.role](grant) : "/account"}`;
}

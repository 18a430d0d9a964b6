import type { Store } from "../../store.ts";
import type { Reader } from "./reader.ts";

type Verbs = "accounts" | "account" | "accountNamed" | "credential" | "session" | "sessionsOf" | "link" | "links";

/** Reads accounts, and what they sign in by. */
export const readAccounts = (reader: Reader): Pick<Store, Verbs> => ({
  accounts: () => reader.all("account"),
  account: (id) => reader.one("account", id),
  accountNamed: async (login) => (await reader.lookUp("account", login))[0] ?? null,
  credential: (account) => reader.one("credential", account),
  session: (id) => reader.one("session", id),
  sessionsOf: (account) => reader.lookUp("session", account),
  link: (id) => reader.one("link", id),
  links: () => reader.all("link"),
});

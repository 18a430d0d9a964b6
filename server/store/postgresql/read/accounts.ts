import type { Kysely } from "kysely";
import type { Store } from "../../store.ts";
import type { Database } from "../database.ts";
import { STORED } from "./stored.ts";

/** Reads accounts and what belongs to them. */
export const readAccounts = (
  db: Kysely<Database>,
): Pick<
  Store,
  "accounts" | "account" | "accountNamed" | "credential" | "session" | "sessionsOf" | "link" | "links"
> => ({
  accounts: () => db.selectFrom("accounts").select(STORED).orderBy("id").execute(),

  account: async (id) =>
    (await db.selectFrom("accounts").select(STORED).where("id", "=", id).executeTakeFirst()) ?? null,

  accountNamed: async (login) =>
    (await db.selectFrom("accounts").select(STORED).where("login", "=", login).executeTakeFirst()) ?? null,

  credential: async (account) =>
    (await db.selectFrom("credentials").select(STORED).where("id", "=", account).executeTakeFirst()) ?? null,

  session: async (id) =>
    (await db.selectFrom("sessions").select(STORED).where("id", "=", id).executeTakeFirst()) ?? null,

  sessionsOf: (account) =>
    db.selectFrom("sessions").select(STORED).where("account", "=", account).orderBy("id").execute(),

  link: async (id) => (await db.selectFrom("links").select(STORED).where("id", "=", id).executeTakeFirst()) ?? null,

  links: () => db.selectFrom("links").select(STORED).orderBy("id").execute(),
});

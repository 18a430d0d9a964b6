import type { Kysely } from "kysely";
import type { Store } from "../../store.ts";
import type { Database } from "../database.ts";
import { STORED } from "./stored.ts";

/** Reads the rule sets that are kept, and those that are being prepared. */
export const readRuleSets = (
  db: Kysely<Database>,
): Pick<Store, "ruleSets" | "ruleSet" | "adoptions" | "drafts" | "draft"> => ({
  ruleSets: () => db.selectFrom("rule_sets").select(STORED).orderBy("id").execute(),

  ruleSet: async (sha256) =>
    (await db.selectFrom("rule_sets").select(STORED).where("id", "=", sha256).executeTakeFirst()) ?? null,

  adoptions: () => db.selectFrom("adoptions").select(STORED).orderBy("effective_year").orderBy("revision").execute(),
  drafts: () => db.selectFrom("drafts").select(STORED).orderBy("id").execute(),

  draft: async (id) => (await db.selectFrom("drafts").select(STORED).where("id", "=", id).executeTakeFirst()) ?? null,
});

import type { Kysely } from "kysely";
import type { Store } from "../../store.ts";
import type { Database } from "../database.ts";
import { STORED } from "./stored.ts";

/** Reads chambers and the consultants on their lists. */
export const readChambers = (
  db: Kysely<Database>,
): Pick<Store, "chambers" | "chamber" | "consultant" | "consultantsOf"> => ({
  chambers: () => db.selectFrom("chambers").select(STORED).orderBy("id").execute(),

  chamber: async (id) =>
    (await db.selectFrom("chambers").select(STORED).where("id", "=", id).executeTakeFirst()) ?? null,

  consultant: async (id) =>
    (await db.selectFrom("consultants").select(STORED).where("id", "=", id).executeTakeFirst()) ?? null,

  consultantsOf: (chamber) =>
    db.selectFrom("consultants").select(STORED).where("chamber", "=", chamber).orderBy("id").execute(),
});

import type { Kysely } from "kysely";
import type { Store } from "../../store.ts";
import type { Database } from "../database.ts";
import { STORED } from "./stored.ts";

/** Reads what looking back came to. */
export const readLookingsBack = (db: Kysely<Database>): Pick<Store, "lookingsBack" | "lookingBack"> => ({
  lookingsBack: () => db.selectFrom("lookings_back").select(STORED).orderBy("id").execute(),

  lookingBack: async (id) =>
    (await db.selectFrom("lookings_back").select(STORED).where("id", "=", id).executeTakeFirst()) ?? null,
});

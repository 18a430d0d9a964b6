import { type Kysely, sql } from "kysely";
import type { Store } from "../../store.ts";
import type { Database } from "../database.ts";
import { STORED } from "./stored.ts";

/** Reads the cases of a chamber's years. */
export const readCases = (db: Kysely<Database>): Pick<Store, "yearsOf" | "casesOf" | "caseLines" | "case"> => ({
  yearsOf: async (chamber) => {
    const years = db.selectFrom("cases").select("reporting_year").distinct().where("chamber", "=", chamber);
    return (await years.orderBy("reporting_year").execute()).map((row) => row.reporting_year);
  },

  casesOf: (chamber, reportingYear) =>
    db
      .selectFrom("cases")
      .select(STORED)
      .where("chamber", "=", chamber)
      .where("reporting_year", "=", reportingYear)
      .orderBy("id")
      .execute(),

  caseLines: async (chamber, reportingYear) => {
    const texts = db.selectFrom("cases").select(sql<string>`state::text`.as("text"));
    const rows = await texts.where("chamber", "=", chamber).where("reporting_year", "=", reportingYear).execute();
    return Buffer.from(rows.map(({ text }) => `${text}\n`).join(""));
  },

  case: async (id) => (await db.selectFrom("cases").select(STORED).where("id", "=", id).executeTakeFirst()) ?? null,
});

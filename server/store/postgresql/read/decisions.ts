import type { Kysely } from "kysely";
import type { Store } from "../../store.ts";
import type { Database } from "../database.ts";
import { STORED } from "./stored.ts";

/** Reads recorded decisions, and the sanctions that were imposed. */
export const readDecisions = (
  db: Kysely<Database>,
): Pick<Store, "decisionsOn" | "decision" | "sanctionsOn" | "sanctionsOf"> => ({
  decisionsOn: (caseId) =>
    db.selectFrom("decisions").select(STORED).where("case_id", "=", caseId).orderBy("number").execute(),

  decision: async (id) =>
    (await db.selectFrom("decisions").select(STORED).where("id", "=", id).executeTakeFirst()) ?? null,

  sanctionsOn: (caseId) =>
    db.selectFrom("sanctions").select(STORED).where("case_id", "=", caseId).orderBy("id").execute(),

  sanctionsOf: (chamber, reportingYear) =>
    db
      .selectFrom("sanctions")
      .innerJoin("cases", "cases.id", "sanctions.case_id")
      .select(["sanctions.id", "sanctions.version", "sanctions.state"])
      .where("cases.chamber", "=", chamber)
      .where("cases.reporting_year", "=", reportingYear)
      .orderBy("sanctions.id")
      .execute(),
});

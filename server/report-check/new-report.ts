import { dueDay } from "../../engine/stages/period.ts";
import type { RuleBook } from "../published-rules.ts";
import { noRows, type TypedReport } from "./typed-report.ts";
import { writeDay } from "./typed-values.ts";

/** The year that people most likely report on: the last one while its report is not yet due, and then this one. */
export function yearToReport(rules: RuleBook, today: string): number {
  const thisYear = Number(today.slice(0, 4));
  const deadline = rules.inForce(thisYear - 1)?.ruleSet.deadlines.report;
  return deadline && today <= dueDay(deadline, thisYear - 1) ? thisYear - 1 : thisYear;
}

/** A form in which only the year and the day are filled in, with one row for an activity. */
export function newReport(rules: RuleBook, today: string): TypedReport {
  const typed = noRows();
  typed.fields.set("/reportingYear", String(yearToReport(rules, today)));
  typed.fields.set("/asOf", writeDay(today));
  typed.rows.activities = 1;
  return typed;
}

import type { Case, RuleSet } from "../../../engine/index.ts";
import { looksAtEarlierYears } from "../../recording/looks-back.ts";
import type { Fields } from "../../report-check/form-reader.ts";
import { reportOfCase } from "../../report-check/report-of-case.ts";
import type { TypedReport } from "../../report-check/typed-report.ts";
import { keepActivity } from "./keep-activity.ts";
import { isUnchanged, keepFields, rowOf } from "./unchanged.ts";

/** The rows that have no id: one that is there as it was written is the one that it was written from. */
const ROWS = ["absences", "sanctions", "decisions", "history"] as const;

/** The two sides of a form: what was typed, and what stood there at first, written from the case. */
interface Sides {
  typed: TypedReport;
  written: TypedReport;
}

function keepRows(kind: (typeof ROWS)[number], given: Fields, base: Case, { typed, written }: Sides): unknown {
  const before = base[kind];
  const rows = (given[kind] ?? []) as unknown[];
  if (rows.length === 0 && !before?.length) return before;
  return rows.map((row, at) => {
    const texts = rowOf(typed, kind, at);
    const same = before?.findIndex(
      (_, was) => was < written.rows[kind] && isUnchanged(texts, rowOf(written, kind, was)),
    );
    return same === undefined || same < 0 ? row : before?.[same];
  });
}

function keepConsultant(given: Fields, base: Case, { typed, written }: Sides): Fields {
  const kept = keepFields(given, base.consultant, rowOf(typed, "consultant"), rowOf(written, "consultant"));
  return { ...kept, id: base.consultant.id };
}

function keepReport(given: unknown, base: Case, { typed, written }: Sides): unknown {
  return isUnchanged(rowOf(typed, "report"), rowOf(written, "report")) ? base.report : given;
}

function keepActivities(given: readonly Fields[], base: Case, { typed, written }: Sides, ruleSet: RuleSet): Fields[] {
  const places = new Map(base.activities.map(({ id }, at) => [id, at]));
  return given.map((activity, at) => {
    const was = places.get(String(activity.id));
    if (was === undefined) return activity;
    const before = base.activities[was] as Case["activities"][number];
    const texts = { typed: rowOf(typed, "activities", at), written: rowOf(written, "activities", was) };
    return keepActivity(activity, before, texts, ruleSet);
  });
}

const withoutAbsent = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/**
 * The case of an entry: whose it is, what was typed, and, wherever nothing was changed in the form, exactly what the
 * case held that the form was filled in from. So nothing is lost that a form cannot show, or shows otherwise.
 */
export function completeCase(given: Fields, typed: TypedReport, base: Case, ruleSet: RuleSet): Fields {
  const sides: Sides = { typed, written: reportOfCase(base, "", ruleSet) };
  const rows = Object.fromEntries(ROWS.map((kind) => [kind, keepRows(kind, given, base, sides)]));
  return withoutAbsent({
    id: base.id,
    ...given,
    reportingYear: base.reportingYear,
    consultant: keepConsultant(given.consultant as Fields, base, sides),
    activities: keepActivities(given.activities as Fields[], base, sides, ruleSet),
    report: keepReport(given.report, base, sides),
    ...rows,
    ...(looksAtEarlierYears(ruleSet) ? {} : { history: base.history }),
  });
}

import type { Activity, Case } from "../../engine/index.ts";
import { UNLISTED } from "./case-of-report.ts";
import { noRows, type TypedReport } from "./typed-report.ts";
import { writeDay } from "./typed-values.ts";

type Given = string | number | null | undefined;

const written = (value: Given): string => (value === null || value === undefined ? "" : String(value));
const writtenDay = (day: string | null | undefined): string => (day ? writeDay(day) : "");

function activityFields(activity: Activity, listed: ReadonlySet<string>): Record<string, string> {
  const { form, from, to, evidence, recognition } = activity;
  const isListed = listed.has(form);
  return {
    id: activity.id,
    form: isListed ? form : UNLISTED,
    formName: isListed ? "" : form,
    title: activity.title,
    organizer: activity.organizer,
    from: writtenDay(from),
    to: to === from ? "" : writtenDay(to),
    units: written(activity.units),
    evidence: evidence.map(({ kind, name }) => name || kind).join("; "),
    claimedPoints: written(activity.claimedPoints),
    justification: written(activity.justification),
    "recognition/points": written(recognition?.points),
    "recognition/decidedOn": writtenDay(recognition?.decidedOn),
    "recognition/reference": written(recognition?.reference),
    makeUpFor: written(activity.makeUpFor),
  };
}

/** Fills in the form from a case, so that it can be shown and changed. */
export function reportOfCase(theCase: Case, asOf: string, listed: ReadonlySet<string>): TypedReport {
  const { fields, rows } = noRows();
  const { consultant, report, activities, absences = [], sanctions = [] } = theCase;
  const fill = (prefix: string, values: Record<string, string>): void => {
    for (const [path, text] of Object.entries(values)) fields.set(`${prefix}/${path}`, text);
  };
  fill("", {
    reportingYear: String(theCase.reportingYear),
    asOf: writtenDay(asOf),
    "consultant/memberSince": writtenDay(consultant.memberSince),
    "consultant/memberUntil": writtenDay(consultant.memberUntil),
    "report/submittedOn": writtenDay(report?.submittedOn),
    "report/claimedTotal": written(report?.claimedTotal),
  });
  for (const activity of activities) fill(`/activities/${rows.activities++}`, activityFields(activity, listed));
  for (const { kind, ground, from, to } of absences) {
    fill(`/absences/${rows.absences++}`, { kind, ground: written(ground), from: writtenDay(from), to: writtenDay(to) });
  }
  for (const { sanction, imposedOn } of sanctions) {
    fill(`/sanctions/${rows.sanctions++}`, { sanction, imposedOn: writtenDay(imposedOn) });
  }
  return { fields, rows };
}

import { isDay } from "../../engine/calendar.ts";
import type { Activity, Case, RuleSet } from "../../engine/index.ts";
import { pointerStep } from "../../engine/reading/problem.ts";
import { looksAtEarlierYears } from "../recording/looks-back.ts";
import { UNLISTED } from "./case-of-report.ts";
import { declaredFields, documentKinds } from "./declared-fields.ts";
import type { ReportField } from "./report-fields.ts";
import { noRows, type TypedReport } from "./typed-report.ts";
import { writeDay } from "./typed-values.ts";

type Texts = Record<string, string>;
type Given = string | number | boolean | null | undefined;

const written = (value: Given): string => (value === null || value === undefined ? "" : String(value));
const writtenDay = (day: string | null | undefined): string => (day ? writeDay(day) : "");

/** What stands below a field of the case, each by its own name: days as people write them. */
function textsBelow(
  path: string,
  held: Readonly<Record<string, Given>> = {},
  fields: readonly ReportField[] = [],
): Texts {
  const days = new Set(fields.filter(({ kind }) => kind === "day").map((field) => field.path));
  return Object.fromEntries(
    Object.entries(held).map(([id, value]) => {
      const name = `${path}${pointerStep(id)}`;
      return [name, days.has(name) && isDay(value as string) ? writeDay(value as string) : written(value)];
    }),
  );
}

/** The documents: those of a kind that the rules take by the field of their kind, the others together. */
function documentFields(evidence: Activity["evidence"], ruleSet: RuleSet | null): Texts {
  const kinds = ruleSet ? documentKinds(ruleSet) : [];
  const together = (documents: Activity["evidence"]): string =>
    documents.map(({ kind, name }) => name || kind).join("; ");
  return {
    evidence: together(evidence.filter(({ kind }) => !kinds.includes(kind))),
    ...Object.fromEntries(
      kinds.map((kind) => [
        `evidence${pointerStep(kind)}`,
        together(evidence.filter((document) => document.kind === kind)),
      ]),
    ),
  };
}

function activityFields(activity: Activity, ruleSet: RuleSet | null): Texts {
  const { form, from, to, evidence, recognition, attributes } = activity;
  const isListed = ruleSet?.forms.some(({ id }) => id === form) ?? false;
  return {
    id: activity.id,
    form: isListed ? form : UNLISTED,
    formName: isListed ? "" : form,
    title: activity.title,
    organizer: activity.organizer,
    from: writtenDay(from),
    to: to === from ? "" : writtenDay(to),
    units: written(activity.units),
    ...documentFields(evidence, ruleSet),
    claimedPoints: written(activity.claimedPoints),
    justification: written(activity.justification),
    "recognition/points": written(recognition?.points),
    "recognition/decidedOn": writtenDay(recognition?.decidedOn),
    "recognition/reference": written(recognition?.reference),
    makeUpFor: written(activity.makeUpFor),
    ...textsBelow("attributes", attributes, declaredFields(ruleSet).activities),
  };
}

function earlierYears({ history = [] }: Case, ruleSet: RuleSet | null): Texts[] {
  if (!ruleSet || !looksAtEarlierYears(ruleSet)) return [];
  return history.map(({ reportingYear, credited, outcome, carriedOut, measures }) => ({
    reportingYear: written(reportingYear),
    credited: written(credited),
    outcome,
    carriedOut: written(carriedOut),
    ...textsBelow("measures", measures),
  }));
}

/** Fills in the form from a case, so that it can be shown and changed. */
export function reportOfCase(theCase: Case, asOf: string, ruleSet: RuleSet | null): TypedReport {
  const { fields, rows } = noRows();
  const { consultant, report, activities, absences = [], sanctions = [], decisions = [] } = theCase;
  const fill = (prefix: string, values: Texts): void => {
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
  fill("/consultant", textsBelow("attributes", consultant.attributes, declaredFields(ruleSet).consultant));
  for (const activity of activities) fill(`/activities/${rows.activities++}`, activityFields(activity, ruleSet));
  for (const { kind, ground, from, to } of absences) {
    fill(`/absences/${rows.absences++}`, { kind, ground: written(ground), from: writtenDay(from), to: writtenDay(to) });
  }
  for (const { sanction, imposedOn } of sanctions) {
    fill(`/sanctions/${rows.sanctions++}`, { sanction, imposedOn: writtenDay(imposedOn) });
  }
  for (const { decision, decidedOn, reference } of decisions) {
    fill(`/decisions/${rows.decisions++}`, {
      decision,
      decidedOn: writtenDay(decidedOn),
      reference: written(reference),
    });
  }
  for (const year of earlierYears(theCase, ruleSet)) fill(`/history/${rows.history++}`, year);
  return { fields, rows };
}

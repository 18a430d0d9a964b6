import { daysBetween, nextDay } from "./calendar.ts";
import type { Evaluation } from "./evaluation.ts";
import { type FactType, type FactValue, held } from "./fact-types.ts";
import { toHundredths } from "./points.ts";
import type { Absence, Activity } from "./schema/case.ts";
import type { RuleSet } from "./schema/rule-set.ts";

/** The stages in the order in which they run. A condition may read what an earlier stage, or its own, has found. */
export const STAGES = [
  "membership",
  "exemptions",
  "amounts",
  "activities",
  "measures",
  "report",
  "requirements",
] as const;
export type Stage = (typeof STAGES)[number];

/** A fact that conditions may read: what it is, when it is known, and of what it speaks. */
export interface Fact {
  name: string;
  type: FactType;
  /** The stage from which on the fact is known. */
  stage: Stage;
  /** Whether it speaks of the case, or of the one absence or activity that is being looked at. */
  scope: "case" | "absence" | "activity";
  read(evaluation: Evaluation): FactValue;
}

const absence = (e: Evaluation): Absence => e.absence as Absence;
const activity = (e: Evaluation): Activity => e.activity as Activity;

/** How many days of the reporting year the absence covers; one that still runs covers the rest of the year. */
function daysInYear({ from, to }: Absence, { period }: Evaluation): number {
  const first = from > period.from ? from : period.from;
  const last = to === null || to > period.to ? period.to : to;
  return last < first ? 0 : daysBetween(first, last) + 1;
}

/** Whether the status is restored, on the day after the absence, within the reporting year. */
function isRestoredInYear({ to }: Absence, { period }: Evaluation): boolean {
  if (to === null) return false;
  const restored = nextDay(to);
  return restored >= period.from && restored <= period.to;
}

/** The facts that every rule set may read. */
const STANDARD: readonly Fact[] = [
  { name: "member.since", type: "day", stage: "membership", scope: "case", read: (e) => e.case.consultant.memberSince },
  {
    name: "member.joinedInYear",
    type: "boolean",
    stage: "membership",
    scope: "case",
    read: (e) => e.case.consultant.memberSince >= e.period.from && e.case.consultant.memberSince <= e.period.to,
  },
  { name: "absence.kind", type: "text", stage: "exemptions", scope: "absence", read: (e) => absence(e).kind },
  { name: "absence.ground", type: "text", stage: "exemptions", scope: "absence", read: (e) => absence(e).ground ?? "" },
  {
    name: "absence.daysInYear",
    type: "count",
    stage: "exemptions",
    scope: "absence",
    read: (e) => daysInYear(absence(e), e),
  },
  {
    name: "absence.restoredInYear",
    type: "boolean",
    stage: "exemptions",
    scope: "absence",
    read: (e) => isRestoredInYear(absence(e), e),
  },
  { name: "activity.endedOn", type: "day", stage: "activities", scope: "activity", read: (e) => activity(e).to },
  {
    name: "activity.days",
    type: "count",
    stage: "activities",
    scope: "activity",
    read: (e) => daysBetween(activity(e).from, activity(e).to) + 1,
  },
  {
    name: "activity.units",
    type: "number",
    stage: "activities",
    scope: "activity",
    read: (e) => toHundredths(activity(e).units ?? 1),
  },
  {
    name: "activity.documents",
    type: "count",
    stage: "activities",
    scope: "activity",
    read: (e) => activity(e).evidence.length,
  },
  { name: "report.submitted", type: "boolean", stage: "report", scope: "case", read: (e) => e.submittedOn !== null },
  { name: "report.daysLate", type: "count", stage: "report", scope: "case", read: (e) => e.daysLate },
];

type Attribute = NonNullable<RuleSet["attributes"]>["consultant"][number];

const attributeFact = (attribute: Attribute): Fact => ({
  name: `consultant.${attribute.id}`,
  type: attribute.type,
  stage: "membership",
  scope: "case",
  read: (e) => held(attribute.type, e.case.consultant.attributes?.[attribute.id] ?? attribute.default),
});

/** Every fact that a condition of the rule set may read, by name: the standard ones, its attributes, amounts, measures. */
export function factsOf(ruleSet: RuleSet): ReadonlyMap<string, Fact> {
  const amounts = ruleSet.amounts.map(
    ({ id }, at): Fact => ({
      name: `amount.${id}`,
      type: "points",
      stage: "amounts",
      scope: "case",
      read: (e) => e.amounts[at] as number,
    }),
  );
  const measures = ruleSet.measures.map(
    ({ id }, at): Fact => ({
      name: `measure.${id}`,
      type: "points",
      stage: "measures",
      scope: "case",
      read: (e) => e.measures[at] as number,
    }),
  );
  const attributes = (ruleSet.attributes?.consultant ?? []).map(attributeFact);
  return new Map([...STANDARD, ...attributes, ...amounts, ...measures].map((fact) => [fact.name, fact]));
}

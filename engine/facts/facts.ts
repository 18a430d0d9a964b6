import { daysBetween, monthOfDay } from "../calendar.ts";
import type { CyclePlace, Evaluation } from "../evaluation.ts";
import { toParts } from "../points.ts";
import type { Absence, Activity } from "../schema/case.ts";
import type { Attribute, Measure, RuleSet } from "../schema/rule-set.ts";
import { daysInYear, daysOf, isRestoredInYear, knownAbsences, windowsOf } from "./absences.ts";
import { type FactType, type FactValue, held } from "./fact-types.ts";
import { joinedInYear, joinedMonth, monthsOfMembership, yearOfMembership } from "./membership.ts";
import { isCovered, monthsFrom } from "./months.ts";

/** The stages in the order in which they run. A condition may read what an earlier stage, or its own, has found. */
export const STAGES = [
  "membership",
  "exemptions",
  "report",
  "amounts",
  "activities",
  "measures",
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

const fact =
  (stage: Stage, scope: Fact["scope"]) =>
  (name: string, type: FactType, read: Fact["read"]): Fact => ({ name, type, stage, scope, read });

const ofMember = fact("membership", "case");
const ofAbsence = (name: string, type: FactType, read: (absence: Absence, evaluation: Evaluation) => FactValue): Fact =>
  fact("exemptions", "absence")(name, type, (e) => read(e.absence as Absence, e));
const ofReport = fact("report", "case");
const ofActivity = (
  name: string,
  type: FactType,
  read: (activity: Activity, evaluation: Evaluation) => FactValue,
): Fact => fact("activities", "activity")(name, type, (e) => read(e.activity as Activity, e));

function monthsOfAbsence(evaluation: Evaluation): number {
  const windows = windowsOf(knownAbsences(evaluation), evaluation.period.to);
  return monthsFrom(evaluation.period.from, 12).filter((month) => isCovered(month, windows)).length;
}

/** The facts that every rule set may read. */
const STANDARD: readonly Fact[] = [
  ofMember("member.since", "day", (e) => e.case.consultant.memberSince),
  ofMember("member.joinedInYear", "boolean", joinedInYear),
  ofMember("member.joinedMonth", "count", joinedMonth),
  ofMember("member.year", "count", yearOfMembership),
  ofMember("member.monthsInYear", "count", monthsOfMembership),
  ofMember("absences.restoredInYear", "boolean", (e) => knownAbsences(e).some((known) => isRestoredInYear(known, e))),
  ofMember("absences.monthsInYear", "count", monthsOfAbsence),
  ofAbsence("absence.kind", "text", ({ kind }) => kind),
  ofAbsence("absence.ground", "text", ({ ground }) => ground ?? ""),
  ofAbsence("absence.days", "count", daysOf),
  ofAbsence("absence.daysInYear", "count", daysInYear),
  ofAbsence("absence.restoredInYear", "boolean", isRestoredInYear),
  ofReport("report.submitted", "boolean", (e) => e.submittedOn !== null),
  ofReport("report.daysLate", "count", (e) => e.daysLate),
  ofActivity("activity.form", "text", ({ form }) => form),
  ofActivity("activity.organizer", "text", ({ organizer }) => organizer),
  ofActivity("activity.endedOn", "day", ({ to }) => to),
  ofActivity("activity.endedMonth", "count", ({ to }) => monthOfDay(to)),
  ofActivity("activity.days", "count", ({ from, to }) => daysBetween(from, to) + 1),
  ofActivity("activity.units", "number", ({ units }) => toParts(units ?? 1)),
  ofActivity("activity.documents", "count", ({ evidence }) => evidence.length),
  ofActivity(
    "activity.recognised",
    "boolean",
    ({ recognition }, { asOf }) => recognition !== undefined && recognition.decidedOn <= asOf,
  ),
];

const place = ({ cycle }: Evaluation): CyclePlace => cycle as CyclePlace;

/** The facts of a rule set that has cycles. */
const OF_CYCLE: readonly Fact[] = [
  ofMember("cycle.year", "count", (e) => place(e).year),
  ofMember("cycle.isFirst", "boolean", (e) => place(e).year === 1),
  ofMember("cycle.isLast", "boolean", (e) => place(e).year === place(e).years),
];

/** Reads an attribute: what the case gives under its own name, or what holds where it gives nothing. */
const readAttribute = ({ id, type, default: otherwise }: Attribute, given: Activity["attributes"]): FactValue =>
  held(type, (given && Object.hasOwn(given, id) ? given[id] : undefined) ?? otherwise);

const ofConsultant = (attribute: Attribute): Fact =>
  ofMember(`consultant.${attribute.id}`, attribute.type, (e) => readAttribute(attribute, e.case.consultant.attributes));

const ofActivityAttribute = (attribute: Attribute): Fact =>
  ofActivity(`activity.${attribute.id}`, attribute.type, ({ attributes }) => readAttribute(attribute, attributes));

const ofDecision = ({ id }: { id: string }): Fact =>
  ofMember(`decision.${id}`, "boolean", ({ case: { decisions = [] }, asOf }) =>
    decisions.some(({ decision, decidedOn }) => decision === id && decidedOn <= asOf),
  );

const ofAmount = ({ id }: { id: string }, at: number): Fact =>
  fact("amounts", "case")(`amount.${id}`, "points", (e) => e.amounts[at] as number);

const ofMeasure = ({ id, count }: Measure, at: number): Fact =>
  fact("measures", "case")(`measure.${id}`, count ? "count" : "points", (e) => e.measures[at] as number);

/** Every fact that a condition of the rule set may read, in the order of the stages: the standard ones and its own. */
export function allFacts({ attributes, decisions = [], cycle, amounts, measures }: RuleSet): Fact[] {
  return [
    ...STANDARD,
    ...(cycle ? OF_CYCLE : []),
    ...(attributes?.consultant ?? []).map(ofConsultant),
    ...decisions.map(ofDecision),
    ...(attributes?.activity ?? []).map(ofActivityAttribute),
    ...amounts.map(ofAmount),
    ...measures.map(ofMeasure),
  ];
}

/** The same, by name. */
export const factsOf = (ruleSet: RuleSet): ReadonlyMap<string, Fact> =>
  new Map(allFacts(ruleSet).map((known) => [known.name, known]));

import type { FactType } from "./fact-types.ts";
import type { Stage } from "./facts.ts";

/** A fact as the documentation and editors show it. Its names in three languages are the wording `fact.<name>`. */
export interface CatalogueEntry {
  /** The name; `<id>` stands for the id of a part of the rule set. */
  name: string;
  /** The type; null where the part says it. */
  type: FactType | null;
  /** What a number counts. */
  unit: "points" | "days" | "months" | "years" | "units" | "documents" | "month of the calendar" | null;
  /** The stage from which on it is known. */
  stage: Stage;
  /** Whether it speaks of the case, or of the one absence or activity that is being looked at. */
  scope: "case" | "absence" | "activity";
  /** What it means, exactly, in English. */
  meaning: string;
}

type Row = [name: string, type: FactType | null, unit: CatalogueEntry["unit"], meaning: string];

const entries = (stage: Stage, scope: CatalogueEntry["scope"], rows: readonly Row[]): CatalogueEntry[] =>
  rows.map(([name, type, unit, meaning]) => ({ name, type, unit, stage, scope, meaning }));

/** Every fact that the conditions of a rule set may read, in the order in which they become known. */
export const CATALOGUE: readonly CatalogueEntry[] = [
  ...entries("membership", "case", [
    ["member.since", "day", null, "The day on which the consultant joined."],
    ["member.joinedInYear", "boolean", null, "Whether that day lies in the reporting year."],
    ["member.joinedMonth", "count", "month of the calendar", "The calendar month of that day, 1 to 12."],
    [
      "member.year",
      "count",
      "years",
      "Which year of membership it is: 1 in the reporting year in which the consultant joined, 2 in the next; 0 before.",
    ],
    [
      "member.monthsInYear",
      "count",
      "months",
      "The calendar months of the reporting year with any day of membership, 0 to 12.",
    ],
    [
      "absences.restoredInYear",
      "boolean",
      null,
      "Whether the status is restored in the reporting year after any absence known on the day of the decision.",
    ],
    [
      "absences.monthsInYear",
      "count",
      "months",
      "The calendar months of the reporting year that lie wholly in absences known on the day of the decision, of any kind and together.",
    ],
    [
      "cycle.year",
      "count",
      "years",
      "The place of the reporting year in its cycle, from 1 on. Only where the rule set has cycles, as the next two.",
    ],
    ["cycle.isFirst", "boolean", null, "Whether it is the first year of its cycle."],
    ["cycle.isLast", "boolean", null, "Whether it is the last year of its cycle."],
    ["consultant.<id>", null, null, "An attribute of the consultant that the rule set declares, or its default."],
    [
      "decision.<id>",
      "boolean",
      null,
      "Whether the case holds a decision of this kind that was taken by the day of the decision.",
    ],
  ]),
  ...entries("exemptions", "absence", [
    ["absence.kind", "text", null, "The kind of the absence."],
    ["absence.ground", "text", null, "The ground of the absence; empty where none is given."],
    [
      "absence.days",
      "count",
      "days",
      "The days of the absence, both ends included; one that still runs lasts to the end of the reporting year.",
    ],
    [
      "absence.daysInYear",
      "count",
      "days",
      "The days of the reporting year that it covers; one that still runs covers the rest of the year.",
    ],
    [
      "absence.restoredInYear",
      "boolean",
      null,
      "Whether the status is restored, on the day after its last day, in the reporting year.",
    ],
  ]),
  ...entries("report", "case", [
    ["report.submitted", "boolean", null, "Whether the report was submitted by the day of the decision."],
    ["report.daysLate", "count", "days", "The days from the due day to that of the report; 0 where it is on time."],
  ]),
  ...entries("amounts", "case", [
    ["amount.<id>", "points", "points", "An amount of the rule set; an amount may read only those before it."],
  ]),
  ...entries("activities", "activity", [
    ["activity.form", "text", null, "The form, as the case names it."],
    ["activity.organizer", "text", null, "The organizer, letter for letter."],
    ["activity.endedOn", "day", null, "The day on which the activity ended."],
    ["activity.endedMonth", "count", "month of the calendar", "The calendar month of that day, 1 to 12."],
    ["activity.days", "count", "days", "The days that it lasted, both ends included."],
    ["activity.units", "number", "units", "Its units; 1 where none are given."],
    ["activity.documents", "count", "documents", "Its documents, of any kind."],
    [
      "activity.recognised",
      "boolean",
      null,
      "Whether it was recognised by a decision that was taken by the day of the decision.",
    ],
    ["activity.<id>", null, null, "An attribute of the activity that the rule set declares, or its default."],
  ]),
  ...entries("measures", "case", [
    ["measure.<id>", null, "points", "A measure of the rule set: points, or a count where the measure counts."],
  ]),
];

/** A step of the evaluation: the steps of the trace that belong to it, and what it does. */
export interface EvaluationStep {
  trace: readonly string[];
  says: string;
}

/** The published order in which every case is decided. */
export const ORDER_OF_EVALUATION: readonly EvaluationStep[] = [
  { trace: ["period", "cycle"], says: "The reporting year, and its place in the cycle." },
  { trace: ["membership"], says: "Whether the consultant is a member on any day of it." },
  { trace: ["exemption"], says: "The first exemption that holds." },
  { trace: ["sanction-imposed"], says: "The sanctions imposed so far, and how long each runs." },
  { trace: ["report"], says: "Whether the report was submitted, and how many days late." },
  { trace: ["amount"], says: "The amounts, in the order of the rule set." },
  {
    trace: ["activity"],
    says: "Each activity for itself: whether it is eligible, then weight, rounding, multipliers, and its part in each category.",
  },
  {
    trace: ["limit"],
    says: "The limits: of whole credits per item, per day, per year; then likewise of categories. Each in the order of the day on which activities ended, then of their ids.",
  },
  { trace: ["assignment"], says: "The assignments of credits to one of several categories, in the same order." },
  { trace: ["carried-in"], says: "What is carried in from the year before." },
  { trace: ["measure"], says: "The measures." },
  { trace: ["requirement"], says: "The requirements." },
  { trace: ["outcome"], says: "The outcome." },
  {
    trace: ["sanction-skipped", "next-sanction"],
    says: "Where the year is unfulfilled: the next sanction of the ladder that is not skipped.",
  },
  { trace: ["carried-out"], says: "What may be carried into the next year." },
  { trace: [], says: "What an officer would remark." },
];

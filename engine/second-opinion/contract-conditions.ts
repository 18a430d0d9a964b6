import type { Outcome } from "../schema/case.ts";
import type { Reason, ReportStatus } from "../schema/decision.ts";
import { is, type Judged, type JudgedCondition } from "./judge.ts";

/** What the contract says of outcomes: the first that holds. */
export const OUTCOMES: readonly Judged<Outcome>[] = [
  { name: "not-a-member", conditions: { all: [is("member", "equal", false)] } },
  { name: "exempt", conditions: { all: [is("exempt", "equal", true)] } },
  { name: "fulfilled", conditions: { all: [is("submitted", "equal", true), is("requirementsMet", "equal", true)] } },
  { name: "pending", conditions: { all: [is("asOfToDue", "lessThanInclusive", 0)] } },
  { name: "unfulfilled", conditions: { all: [is("asOfToDue", "greaterThan", 0)] } },
];

/** What the contract says of the report: the first that holds. */
export const REPORT_STATUSES: readonly Judged<ReportStatus>[] = [
  { name: "not-required", conditions: { all: [is("obliged", "equal", false)] } },
  { name: "on-time", conditions: { all: [is("submitted", "equal", true), is("reportToDue", "lessThanInclusive", 0)] } },
  { name: "late", conditions: { all: [is("submitted", "equal", true), is("reportToDue", "greaterThan", 0)] } },
  { name: "not-due", conditions: { all: [is("asOfToDue", "lessThanInclusive", 0)] } },
  { name: "missing", conditions: { all: [is("asOfToDue", "greaterThan", 0)] } },
];

/** Whether a day lies within a window of days, both ends inclusive. */
export const IS_WITHIN: Judged = {
  name: "within",
  conditions: {
    all: [is("endToFirst", "greaterThanInclusive", 0), is("endToLast", "lessThanInclusive", 0)],
  },
};

const marked = is("marked", "equal", true);

/** What the contract says of an activity that is not credited: the first that holds. */
export function reasonsFor(eligible: JudgedCondition | null): readonly Judged<Reason>[] {
  const reasons: (Judged<Reason> | null)[] = [
    { name: "after-as-of", conditions: { all: [is("endToAsOf", "greaterThan", 0)] } },
    { name: "other-year", conditions: { all: [marked, is("yearsFromMark", "notEqual", 0)] } },
    { name: "outside-make-up", conditions: { all: [marked, is("withinMakeUp", "equal", false)] } },
    {
      name: "outside-period",
      conditions: { all: [is("marked", "equal", false), is("withinYear", "equal", false)] },
    },
    { name: "unlisted-form", conditions: { all: [is("listed", "equal", false), is("recognised", "equal", false)] } },
    eligible && { name: "not-eligible", conditions: { all: [{ not: eligible }] } },
    {
      name: "no-evidence",
      conditions: { all: [is("evidenceRequired", "equal", true), is("documents", "lessThan", 1)] },
    },
  ];
  return reasons.filter((reason) => reason !== null);
}

import type { Absence, Case } from "../schema/case.ts";
import type { RuleSet } from "../schema/rule-set.ts";
import { type Conditions, conditionsIn } from "./conditions.ts";
import { type Days, wholeMonths } from "./days.ts";
import { dueDay } from "./due-day.ts";
import { remembered } from "./remembered.ts";

/** A day after every day that a case may name. */
export const NEVER = "9999-12-31";

/** The days that a reporting year has under a rule set. */
export interface YearDays {
  /** The twelve months of the reporting year. */
  period: Days;
  /** The days on which an activity has to end to count in the year. */
  window: Days;
  /** The last day for the report. */
  due: string;
}

function daysOf(ruleSet: RuleSet, reportingYear: number): YearDays {
  const { starts, monthsBefore = 0, monthsAfter = 0 } = ruleSet.period;
  const first = `${reportingYear}-${starts}`;
  return {
    period: wholeMonths(first, 12),
    window: wholeMonths(first, 12 + monthsAfter, monthsBefore),
    due: dueDay(ruleSet, reportingYear),
  };
}

/** What is decided: a case under a rule set, as of a day, for a reporting year. */
export interface Matter extends YearDays {
  ruleSet: RuleSet;
  conditions: Conditions;
  theCase: Case;
  asOf: string;
  /** The days from joining to leaving. */
  membership: Days;
}

/** A rule set, made ready to decide cases by it. */
export interface Prepared {
  ruleSet: RuleSet;
  conditions: Conditions;
  daysOf(reportingYear: number): YearDays;
}

/** Makes a rule set ready: its conditions, and the days of each reporting year when it is met. */
export const prepare = (ruleSet: RuleSet): Prepared => ({
  ruleSet,
  conditions: conditionsIn(ruleSet),
  daysOf: remembered(128, (reportingYear: number) => daysOf(ruleSet, reportingYear)),
});

/** The matter that a case is, as of a day. */
export function matterOf({ ruleSet, conditions, daysOf }: Prepared, theCase: Case, asOf: string): Matter {
  const { memberSince, memberUntil } = theCase.consultant;
  const membership = { from: memberSince, to: memberUntil ?? NEVER };
  const { period, window, due } = daysOf(theCase.reportingYear);
  return { ruleSet, conditions, theCase, asOf, membership, period, window, due };
}

/** The absences that had begun by the day as of which the case is decided. */
export const knownAbsences = ({ theCase, asOf }: Matter): Absence[] =>
  (theCase.absences ?? []).filter(({ from }) => from <= asOf);

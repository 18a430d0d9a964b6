import type { Absence, Case } from "../schema/case.ts";
import type { RuleSet } from "../schema/rule-set.ts";
import { type Days, wholeMonths } from "./days.ts";

/** A day after every day that a case may name. */
export const NEVER = "9999-12-31";

/** What is decided: a case under a rule set, as of a day, for a reporting year. */
export interface Matter {
  ruleSet: RuleSet;
  theCase: Case;
  asOf: string;
  /** The twelve months of the reporting year. */
  period: Days;
  /** The days on which an activity has to end to count in the year. */
  window: Days;
  /** The days from joining to leaving. */
  membership: Days;
}

export function matterOf(ruleSet: RuleSet, theCase: Case, asOf: string): Matter {
  const { starts, monthsBefore = 0, monthsAfter = 0 } = ruleSet.period;
  const first = `${theCase.reportingYear}-${starts}`;
  const { memberSince, memberUntil } = theCase.consultant;
  return {
    ruleSet,
    theCase,
    asOf,
    period: wholeMonths(first, 12),
    window: wholeMonths(first, 12 + monthsAfter, monthsBefore),
    membership: { from: memberSince, to: memberUntil ?? NEVER },
  };
}

/** The absences that had begun by the day as of which the case is decided. */
export const knownAbsences = ({ theCase, asOf }: Matter): Absence[] =>
  (theCase.absences ?? []).filter(({ from }) => from <= asOf);

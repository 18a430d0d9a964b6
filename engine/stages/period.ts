import { dayOf, previousDay } from "../calendar.ts";
import type { Window } from "../evaluation.ts";
import type { Deadline, RuleSet } from "../schema/rule-set.ts";

/** The reporting year: twelve months from the first day that the rule set names. Clause 7.1 of the Rules of 2022. */
export function periodOf({ starts }: RuleSet["period"], reportingYear: number): Window {
  const month = Number(starts.slice(0, 2));
  return { from: dayOf(reportingYear, month, 1), to: previousDay(dayOf(reportingYear + 1, month, 1)) };
}

/** The last day, inclusive, that the deadline leaves for a reporting year. */
export const dueDay = ({ monthDay, yearsAfter }: Deadline, reportingYear: number): string =>
  `${reportingYear + yearsAfter}-${monthDay}`;

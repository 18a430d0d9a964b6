import { addDays, addMonths, dayOf, isWeekend, nextDay, previousDay } from "../calendar.ts";
import type { Window } from "../evaluation.ts";
import type { Calendar, Deadline, RuleSet } from "../schema/rule-set.ts";

type Period = RuleSet["period"];

/** The reporting year: twelve months from the first day that the rule set names. Clause 7.1 of the Rules of 2022. */
export function periodOf({ starts }: Period, reportingYear: number): Window {
  const month = Number(starts.slice(0, 2));
  return { from: dayOf(reportingYear, month, 1), to: previousDay(dayOf(reportingYear + 1, month, 1)) };
}

/** The days on which an activity may end and count in the reporting year. */
export function eligibleDays({ monthsBefore = 0, monthsAfter = 0 }: Period, { from, to }: Window): Window {
  return { from: addMonths(from, -monthsBefore), to: previousDay(addMonths(nextDay(to), monthsAfter)) };
}

const isDayOff = (day: string, { holidays, workingDays }: Calendar): boolean =>
  holidays.includes(day) || (isWeekend(day) && !workingDays.includes(day));

function nextWorkingDay(day: string, calendar: Calendar): string {
  let working = day;
  while (isDayOff(working, calendar)) working = nextDay(working);
  return working;
}

/** The last day, inclusive, that the deadline leaves for a reporting year. */
export function dueDay(
  { monthDay, yearsAfter, rollover, graceDays = 0 }: Deadline,
  reportingYear: number,
  calendar?: Calendar,
): string {
  const named = `${reportingYear + yearsAfter}-${monthDay}`;
  const moved = rollover === "next-working-day" && calendar ? nextWorkingDay(named, calendar) : named;
  return addDays(moved, graceDays);
}

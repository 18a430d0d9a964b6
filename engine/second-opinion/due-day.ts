import { Temporal } from "temporal-polyfill";
import type { RuleSet } from "../schema/rule-set.ts";

/** The last day for the report: its day of the year, moved to a working day where it is to be, then the grace. */
export function dueDay({ deadlines: { report }, calendar }: RuleSet, reportingYear: number): string {
  const isFree = (day: Temporal.PlainDate): boolean => {
    if (calendar?.holidays.includes(day.toString())) return true;
    return day.dayOfWeek > 5 && !calendar?.workingDays.includes(day.toString());
  };
  let day = Temporal.PlainDate.from(`${reportingYear + report.yearsAfter}-${report.monthDay}`);
  while (report.rollover === "next-working-day" && isFree(day)) day = day.add({ days: 1 });
  return day.add({ days: report.graceDays ?? 0 }).toString();
}

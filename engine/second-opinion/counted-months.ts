import type { Months } from "../schema/amount.ts";
import { type Days, daysFromTo, wholeMonths } from "./days.ts";
import { knownAbsences, type Matter, NEVER } from "./matter.ts";
import { isCovered, monthsOf, touches } from "./months.ts";

/** Whether the consultant is a member in the month, as the rule counts joining. */
function isMember(month: Days, joining: Months["joining"], membership: Days): boolean {
  if (joining === "any-part") return touches(month, membership);
  if (joining === "full") return isCovered(month, [membership]);
  const monthOfJoining = membership.from.slice(0, 7);
  return month.from.slice(0, 7) > monthOfJoining && month.from <= membership.to;
}

/** The absences that may excuse a month: of the kinds, and long enough; one that still runs, to the end of the span. */
function excusing({ absences }: Months, span: Days, matter: Matter): Days[] {
  if (!absences) return [];
  return knownAbsences(matter)
    .filter(({ kind }) => absences.kinds.includes(kind))
    .filter(({ from, to }) => {
      return absences.longerThanDays === undefined || daysFromTo(from, to ?? span.to) > absences.longerThanDays;
    })
    .map(({ from, to }) => ({ from, to: to ?? NEVER }));
}

/** How many calendar months count, of those of so many reporting years from a first one on. */
export function countedMonths(rule: Months, firstYear: number, years: number, matter: Matter): number {
  const span = wholeMonths(`${firstYear}-${matter.ruleSet.period.starts}`, 12 * years);
  const absent = excusing(rule, span, matter);
  return monthsOf(span).filter((month) => {
    const excused =
      rule.absences?.excuse === "full" ? isCovered(month, absent) : absent.some((days) => touches(month, days));
    return isMember(month, rule.joining, matter.membership) && !excused;
  }).length;
}

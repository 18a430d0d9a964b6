import { daysBetween } from "../calendar.ts";
import type { CyclePlace, Evaluation, Window } from "../evaluation.ts";
import { knownAbsences, windowsOf } from "../facts/absences.ts";
import { isMemberIn } from "../facts/membership.ts";
import { isCovered, isTouched, monthsFrom } from "../facts/months.ts";
import type { Months, RuleSet } from "../schema/rule-set.ts";
import { periodOf } from "./period.ts";

/** The calendar months of the reporting year, or of all the years of its cycle. */
export function monthsIn(outOf: "year" | "cycle", { period }: RuleSet, evaluation: Evaluation): Window[] {
  if (outOf === "year") return monthsFrom(evaluation.period.from, 12);
  const { start, years } = evaluation.cycle as CyclePlace;
  return monthsFrom(periodOf(period, start).from, 12 * years);
}

/** Whether membership makes the month count, by the rule for the month of joining. */
function isOwed(joining: Months["joining"], month: Window, evaluation: Evaluation): boolean {
  const { memberSince, memberUntil = null } = evaluation.case.consultant;
  if (!isMemberIn(month, evaluation)) return false;
  if (joining === "full") return memberSince <= month.from && (memberUntil === null || memberUntil >= month.to);
  return joining === "any-part" || memberSince.slice(0, 7) < month.from.slice(0, 7);
}

/** The absences that may excuse a month; one that still runs lasts to the end of the months. */
function excuses({ absences }: Months, months: readonly Window[], evaluation: Evaluation): Window[] {
  if (!absences) return [];
  const { kinds, longerThanDays = 0 } = absences;
  const ofKinds = knownAbsences(evaluation).filter(({ kind }) => kinds.includes(kind));
  const windows = windowsOf(ofKinds, months.at(-1)?.to ?? evaluation.period.to);
  return windows.filter(({ from, to }) => daysBetween(from, to) + 1 > longerThanDays);
}

/** How many of the months count. */
export function countMonths(rule: Months, months: readonly Window[], evaluation: Evaluation): number {
  const windows = excuses(rule, months, evaluation);
  const isExcused = rule.absences?.excuse === "any-part" ? isTouched : isCovered;
  return months.filter((month) => isOwed(rule.joining, month, evaluation) && !isExcused(month, windows)).length;
}

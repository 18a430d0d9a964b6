import { monthOfDay, yearOfDay } from "../calendar.ts";
import type { Evaluation, Window } from "../evaluation.ts";
import { monthsFrom } from "./months.ts";

/** Whether the consultant is a member on any day of the window. */
export function isMemberIn({ from, to }: Window, { case: { consultant } }: Evaluation): boolean {
  const { memberSince, memberUntil = null } = consultant;
  return memberSince <= to && (memberUntil === null || memberUntil >= from);
}

/** Whether the consultant joined within the reporting year. */
export const joinedInYear = ({ case: { consultant }, period }: Evaluation): boolean =>
  consultant.memberSince >= period.from && consultant.memberSince <= period.to;

/** The calendar month in which the consultant joined, 1 to 12. */
export const joinedMonth = ({ case: { consultant } }: Evaluation): number => monthOfDay(consultant.memberSince);

/** 1 in the reporting year in which the consultant joined, 2 in the next; 0 before it. */
export function yearOfMembership({ case: { consultant, reportingYear }, period }: Evaluation): number {
  const { memberSince } = consultant;
  if (memberSince > period.to) return 0;
  const year = yearOfDay(memberSince);
  const starts = period.from.slice(4);
  return reportingYear - (memberSince.slice(4) >= starts ? year : year - 1) + 1;
}

/** How many calendar months of the reporting year have any day of membership. */
export const monthsOfMembership = (evaluation: Evaluation): number =>
  monthsFrom(evaluation.period.from, 12).filter((month) => isMemberIn(month, evaluation)).length;

import { daysBetween, nextDay } from "../calendar.ts";
import type { Evaluation, Window } from "../evaluation.ts";
import type { Absence } from "../schema/case.ts";

/** The absences that had begun by `asOf`. */
export const knownAbsences = ({ case: { absences = [] }, asOf }: Evaluation): Absence[] =>
  absences.filter(({ from }) => from <= asOf);

/** How many days an absence lasts; one that still runs lasts to the end of the reporting year. */
export const daysOf = ({ from, to }: Absence, { period }: Evaluation): number =>
  Math.max(0, daysBetween(from, to ?? period.to) + 1);

/** How many days of the reporting year the absence covers; one that still runs covers the rest of the year. */
export function daysInYear({ from, to }: Absence, { period }: Evaluation): number {
  const first = from > period.from ? from : period.from;
  const last = to === null || to > period.to ? period.to : to;
  return last < first ? 0 : daysBetween(first, last) + 1;
}

/** Whether the status is restored, on the day after the absence, within the reporting year. */
export function isRestoredInYear({ to }: Absence, { period }: Evaluation): boolean {
  if (to === null) return false;
  const restored = nextDay(to);
  return restored >= period.from && restored <= period.to;
}

/** The days of absences; one that still runs has no last day before `end`. */
export const windowsOf = (absences: readonly Absence[], end: string): Window[] =>
  absences.map(({ from, to }) => ({ from, to: to ?? (end > from ? end : from) }));

import { addMonths, nextDay, previousDay } from "../calendar.ts";
import type { Window } from "../evaluation.ts";

/** The calendar months from the one that begins on `first`, each with its first and last day. */
export function monthsFrom(first: string, count: number): Window[] {
  const months: Window[] = [];
  let from = first;
  for (let month = 0; month < count; month++) {
    const next = addMonths(from, 1);
    months.push({ from, to: previousDay(next) });
    from = next;
  }
  return months;
}

const byBeginning = (a: Window, b: Window): number => (a.from < b.from ? -1 : 1);

/** Whether the windows together cover every day of the month. */
export function isCovered(month: Window, windows: readonly Window[]): boolean {
  let uncovered = month.from;
  for (const { from, to } of [...windows].sort(byBeginning)) {
    if (from > uncovered) return false;
    if (to >= uncovered) uncovered = nextDay(to);
    if (uncovered > month.to) return true;
  }
  return false;
}

/** Whether any day of the month lies in one of the windows. */
export const isTouched = (month: Window, windows: readonly Window[]): boolean =>
  windows.some(({ from, to }) => from <= month.to && to >= month.from);

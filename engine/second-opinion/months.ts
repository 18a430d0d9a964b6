import { type Days, isWithin, monthsLater, wholeMonths } from "./days.ts";
import { remembered } from "./remembered.ts";

const monthsFromTo = remembered(1_024, (span: string): readonly Days[] => {
  const [from = "", to = ""] = span.split("/");
  const months: Days[] = [];
  for (let first = from; first <= to; first = monthsLater(first, 1)) months.push(wholeMonths(first, 1));
  return months;
});

/** The calendar months of a span of days that begins on the first of one and ends on the last of one. */
export const monthsOf = ({ from, to }: Days): readonly Days[] => monthsFromTo(`${from}/${to}`);

/** Whether any day of the month lies within the days. */
export const touches = (month: Days, { from, to }: Days): boolean => from <= month.to && to >= month.from;

/** Whether each day of the month lies within any of several spans of days. */
export function isCovered(month: Days, spans: readonly Days[]): boolean {
  const near = spans.filter((span) => touches(month, span));
  if (near.length === 0) return false;
  const yearAndMonth = month.from.slice(0, 8);
  for (let date = 1; date <= Number(month.to.slice(8)); date++) {
    const day = `${yearAndMonth}${String(date).padStart(2, "0")}`;
    if (!near.some((span) => isWithin(day, span))) return false;
  }
  return true;
}

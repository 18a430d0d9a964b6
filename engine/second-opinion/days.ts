import { Temporal } from "temporal-polyfill";

/** From the first to the last day, both inclusive. */
export interface Days {
  from: string;
  to: string;
}

/** A day as a number that orders as the days do: 20240229 for 29 February 2024. */
export function dayAsNumber(day: string): number {
  const { year, month, day: date } = Temporal.PlainDate.from(day);
  return year * 10_000 + month * 100 + date;
}

export const yearOf = (day: string): number => Temporal.PlainDate.from(day).year;
export const monthOf = (day: string): number => Temporal.PlainDate.from(day).month;

/** The day so many months later, held to the end of a shorter month. */
export const monthsLater = (day: string, months: number): string =>
  Temporal.PlainDate.from(day).add({ months }).toString();

export const dayAfter = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString();

/** How many days there are from one day to another, both counted; 0 where the other lies before. */
export const daysFromTo = (from: string, to: string): number =>
  Math.max(0, Temporal.PlainDate.from(from).until(to).days + 1);

export const isWithin = (day: string, { from, to }: Days): boolean => day >= from && day <= to;

/** So many months from the first day of a month on, and so many before it. */
export function wholeMonths(firstDay: string, months: number, before = 0): Days {
  const first = Temporal.PlainDate.from(firstDay);
  const last = first.add({ months }).subtract({ days: 1 });
  return { from: first.subtract({ months: before }).toString(), to: last.toString() };
}

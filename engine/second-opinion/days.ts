import { Temporal } from "temporal-polyfill";

/** A day as a number that orders as the days do: 20240229 for 29 February 2024. */
export function dayAsNumber(day: string): number {
  const { year, month, day: date } = Temporal.PlainDate.from(day);
  return year * 10_000 + month * 100 + date;
}

/** The day so many months later, held to the end of a shorter month. */
export const monthsLater = (day: string, months: number): string =>
  Temporal.PlainDate.from(day).add({ months }).toString();

export const dayAfter = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString();

/** How many days there are from one day to another, both counted; 0 where the other lies before. */
export const daysFromTo = (from: string, to: string): number =>
  Math.max(0, Temporal.PlainDate.from(from).until(to).days + 1);

/** The first and the last day of twelve months that begin on `MM-DD` of the year. */
export function twelveMonths(year: number, starts: string): { from: string; to: string } {
  const first = Temporal.PlainDate.from(`${year}-${starts}`);
  return { from: first.toString(), to: first.add({ years: 1 }).subtract({ days: 1 }).toString() };
}

import { Temporal } from "temporal-polyfill";
import { remembered } from "./remembered.ts";

/** From the first to the last day, both inclusive. */
export interface Days {
  from: string;
  to: string;
}

const EPOCH = Temporal.PlainDate.from("1970-01-01");

/** What Temporal says of a day, each day once. */
const told = remembered(8_192, (day: string) => {
  const date = Temporal.PlainDate.from(day);
  return {
    year: date.year,
    month: date.month,
    number: date.year * 10_000 + date.month * 100 + date.day,
    sinceEpoch: EPOCH.until(date).days,
    after: date.add({ days: 1 }).toString(),
  };
});

/** A day as a number that orders as the days do: 20240229 for 29 February 2024. */
export const dayAsNumber = (day: string): number => told(day).number;

export const yearOf = (day: string): number => told(day).year;
export const monthOf = (day: string): number => told(day).month;
export const dayAfter = (day: string): string => told(day).after;

/** How one day stands to another: 1 where it comes after, -1 before, 0 where it is the same. */
export const dayToDay = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** How many days there are from one day to another, both counted; 0 where the other lies before. */
export const daysFromTo = (from: string, to: string): number =>
  Math.max(0, told(to).sinceEpoch - told(from).sinceEpoch + 1);

/** The day so many months later, held to the end of a shorter month. */
export const monthsLater = (day: string, months: number): string =>
  Temporal.PlainDate.from(day).add({ months }).toString();

export const isWithin = (day: string, { from, to }: Days): boolean => day >= from && day <= to;

/** So many months from the first day of a month on, and so many before it. */
export function wholeMonths(firstDay: string, months: number, before = 0): Days {
  const first = Temporal.PlainDate.from(firstDay);
  const last = first.add({ months }).subtract({ days: 1 });
  return { from: first.subtract({ months: before }).toString(), to: last.toString() };
}

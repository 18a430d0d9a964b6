import { dayOf } from "../../../engine/calendar.ts";

export { addMonths as monthsAfter, daysBetween, yearOfDay as yearOf } from "../../../engine/calendar.ts";

const MILLISECONDS_A_DAY = 86_400_000;

/** The day so many days later; earlier where the number is negative. */
export function daysAfter(day: string, days: number): string {
  const date = new Date(Date.parse(day) + days * MILLISECONDS_A_DAY);
  return dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** The earlier of two days. */
export const earlier = (one: string, other: string): string => (one < other ? one : other);
/** The later of two days. */
export const later = (one: string, other: string): string => (one > other ? one : other);

export {
  addDays as daysAfter,
  addMonths as monthsAfter,
  daysBetween,
  yearOfDay as yearOf,
} from "../../../engine/calendar.ts";

/** The earlier of two days. */
export const earlier = (one: string, other: string): string => (one < other ? one : other);
/** The later of two days. */
export const later = (one: string, other: string): string => (one > other ? one : other);

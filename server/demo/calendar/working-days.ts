import { isWeekend } from "../../../engine/calendar.ts";
import { daysAfter, yearOf } from "./days.ts";

/** The days off of Kazakhstan that fall on the same day each year. */
const HOLIDAYS: ReadonlySet<string> = new Set([
  "01-01",
  "01-02",
  "01-07",
  "03-08",
  "03-21",
  "03-22",
  "03-23",
  "05-01",
  "05-07",
  "05-09",
  "07-06",
  "08-30",
  "12-16",
]);

/** Republic Day is a day off again since 2022. */
const REPUBLIC_DAY = { monthDay: "10-25", since: 2022 };

export function isHoliday(day: string): boolean {
  const monthDay = day.slice(5);
  return HOLIDAYS.has(monthDay) || (monthDay === REPUBLIC_DAY.monthDay && yearOf(day) >= REPUBLIC_DAY.since);
}

export const isSunday = (day: string): boolean => isWeekend(day) && !isWeekend(daysAfter(day, 1));

export const isWorkingDay = (day: string): boolean => !isWeekend(day) && !isHoliday(day);

/** The day itself where it is a working day, else the next one that is. */
export function workingDay(day: string): string {
  let found = day;
  while (!isWorkingDay(found)) found = daysAfter(found, 1);
  return found;
}

/** The working day so many working days later. */
export function workingDaysAfter(day: string, count: number): string {
  let found = workingDay(day);
  for (let left = count; left > 0; left--) found = workingDay(daysAfter(found, 1));
  return found;
}

/**
 * Calendar days as the Rules count them: `YYYY-MM-DD` texts, which compare as texts in calendar order.
 * No `Date`, no time zone: a day is a day in Asia/Almaty because whoever calls the engine says which day it is.
 */

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

const digit = (text: string, at: number): number => text.charCodeAt(at) - 48;
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`);

const yearOf = (day: string): number => digit(day, 0) * 1000 + digit(day, 1) * 100 + digit(day, 2) * 10 + digit(day, 3);
const monthOf = (day: string): number => digit(day, 5) * 10 + digit(day, 6);
const dateOf = (day: string): number => digit(day, 8) * 10 + digit(day, 9);

/** How many days the month (1 to 12) of the year has. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The number that two digits of the text write; -1 where one of them is no digit. */
function twoDigits(text: string, at: number): number {
  const tens = digit(text, at);
  const ones = digit(text, at + 1);
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

const HYPHEN = 45;

/** Whether the text is a day of the calendar, `YYYY-MM-DD`, in the years 1900 to 2999. */
export function isDay(text: string): boolean {
  if (text.length !== 10 || text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) return false;
  const century = twoDigits(text, 0);
  const inCentury = twoDigits(text, 2);
  const month = twoDigits(text, 5);
  if (century < 19 || century > 29 || inCentury < 0 || month < 1 || month > 12) return false;
  const date = twoDigits(text, 8);
  return date >= 1 && date <= daysInMonth(century * 100 + inCentury, month);
}

/** Whether the text is a day of every year, `MM-DD`; 29 February is not. */
export function isMonthDay(text: string): boolean {
  return text.length === 5 && isDay(`2001-${text}`);
}

/** The day with this year, month (1 to 12) and date. */
export function dayOf(year: number, month: number, date: number): string {
  return `${year}-${two(month)}-${two(date)}`;
}

/** The number of the day, counted from 1 January of year 0 of the proleptic Gregorian calendar. */
export function dayNumber(day: string): number {
  const year = yearOf(day);
  const month = monthOf(day);
  const past = year - 1;
  const leapDays = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400) + 1;
  const inYear = (DAYS_BEFORE_MONTH[month - 1] as number) + (month > 2 && isLeap(year) ? 1 : 0) + dateOf(day) - 1;
  return year * 365 + leapDays + inYear;
}

/** How many days `to` lies after `from`; 0 on the same day, negative before it. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** The next calendar day. */
export function nextDay(day: string): string {
  const year = yearOf(day);
  const month = monthOf(day);
  const date = dateOf(day);
  if (date < daysInMonth(year, month)) return dayOf(year, month, date + 1);
  return month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1);
}

/** The calendar day before. */
export function previousDay(day: string): string {
  const year = yearOf(day);
  const month = monthOf(day);
  const date = dateOf(day);
  if (date > 1) return dayOf(year, month, date - 1);
  return month === 1 ? dayOf(year - 1, 12, 31) : dayOf(year, month - 1, daysInMonth(year, month - 1));
}

/** The same day so many months later, or the last day of that month where it has no such day (31 January → 28 February). */
export function addMonths(day: string, months: number): string {
  const count = yearOf(day) * 12 + monthOf(day) - 1 + months;
  const year = Math.floor(count / 12);
  const month = (count % 12) + 1;
  return dayOf(year, month, Math.min(dateOf(day), daysInMonth(year, month)));
}

/** The calendar month of the day, 1 to 12. */
export const monthOfDay = (day: string): number => monthOf(day);

/** The year of the day. */
export const yearOfDay = (day: string): number => yearOf(day);

/** Whether the day is a Saturday or a Sunday. 1 January of year 0 was a Saturday. */
export const isWeekend = (day: string): boolean => dayNumber(day) % 7 <= 1;

/** In four centuries, in each of the four but the last, and in each four years of one but perhaps the last. */
const DAYS_IN = { fourCenturies: 146_097, century: 36_524, fourYears: 1_461 };
/** From 1 March of year 0 on, so that the leap day is the last of its year. */
const DAYS_BEFORE_MARCH = 60;

/** The day with this number, as `dayNumber` counts. */
function dayNumbered(number: number): string {
  const sinceMarch = number - DAYS_BEFORE_MARCH;
  const cycle = Math.floor(sinceMarch / DAYS_IN.fourCenturies);
  const inCycle = sinceMarch - cycle * DAYS_IN.fourCenturies;
  const leapDays =
    Math.floor(inCycle / (DAYS_IN.fourYears - 1)) -
    Math.floor(inCycle / DAYS_IN.century) +
    Math.floor(inCycle / (DAYS_IN.fourCenturies - 1));
  const year = Math.floor((inCycle - leapDays) / 365);
  const inYear = inCycle - (year * 365 + Math.floor(year / 4) - Math.floor(year / 100));
  // From March on, five months have 153 days, again and again.
  const month = Math.floor((5 * inYear + 2) / 153);
  const date = inYear - Math.floor((153 * month + 2) / 5) + 1;
  const january = month >= 10 ? 1 : 0;
  return dayOf(cycle * 400 + year + january, january ? month - 9 : month + 3, date);
}

/** The day so many days later; earlier where the number is negative. */
export const addDays = (day: string, days: number): string => dayNumbered(dayNumber(day) + days);

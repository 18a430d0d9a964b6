const MILLISECONDS_A_DAY = 86_400_000;

const asDay = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);

/** The day so many days later; earlier where the number is negative. */
export const daysAfter = (day: string, days: number): string => asDay(Date.parse(day) + days * MILLISECONDS_A_DAY);

/** How many days there are from one day to another. */
export const daysBetween = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / MILLISECONDS_A_DAY;

/** The same day so many months later, held to the end of a shorter month: how the term of a sanction ends (clause 9.1). */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return asDay(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth)));
}

export const yearOf = (day: string): number => Number(day.slice(0, 4));

/** The earlier of two days. */
export const earlier = (one: string, other: string): string => (one < other ? one : other);
/** The later of two days. */
export const later = (one: string, other: string): string => (one > other ? one : other);

const MILLISECONDS_A_DAY = 86_400_000;

/** The day so many days after another; before it where the number is negative. */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * MILLISECONDS_A_DAY).toISOString().slice(0, 10);

/** The last day for the report on a reporting year. Clause 7.6. */
export const dueOf = (reportingYear: number): string => `${reportingYear + 1}-02-15`;

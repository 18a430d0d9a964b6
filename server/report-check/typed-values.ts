const WRITTEN_DAY = /^(\d{1,2})[./\s-](\d{1,2})[./\s-](\d{4})$/;
const DIGITS = /^(\d{2})(\d{2})(\d{4})$/;
const NUMBER = /^\d+(?:[.,]\d+)?$/;

/** A day as people write it (15.02.2025, 15022025) or as JSON does, as `YYYY-MM-DD`; anything else stays as it is. */
export function readDay(text: string): string {
  const [, date, month, year] = WRITTEN_DAY.exec(text) ?? DIGITS.exec(text) ?? [];
  return year === undefined ? text : `${year}-${month?.padStart(2, "0")}-${date?.padStart(2, "0")}`;
}

/** A day of a case as people write it. */
export function writeDay(day: string): string {
  const [year, month, date] = day.split("-");
  return `${date}.${month}.${year}`;
}

/** A number with a decimal point or comma; anything else stays the text that it is, for the engine to refuse. */
export const readNumber = (text: string): number | string =>
  NUMBER.test(text) ? Number(text.replace(",", ".")) : text;

/** Yes or no as the form sends it; anything else stays the text that it is, for the engine to refuse. */
export const readYesNo = (text: string): boolean | string =>
  text === "true" || text === "false" ? text === "true" : text;

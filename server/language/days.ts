import type { Language } from "../../engine/index.ts";
import { INTL_LOCALES, LANGUAGES } from "./languages.ts";
import { messages } from "./messages.ts";

const monthName = (language: Language): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(INTL_LOCALES[language], { day: "numeric", month: "long", timeZone: "UTC" });

const MONTH_NAMES = Object.fromEntries(LANGUAGES.map((language) => [language, monthName(language)])) as Record<
  Language,
  Intl.DateTimeFormat
>;

function partsOf(language: Language, day: string): { year: string; month: string; day: string } {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const parts = MONTH_NAMES[language].formatToParts(Date.UTC(year, month - 1, date));
  const name = parts.find(({ type }) => type === "month")?.value ?? "";
  return { year: String(year), month: name, day: String(date) };
}

/** A calendar day, `YYYY-MM-DD`, as a sentence of the language writes it: «2025 жылғы 15 ақпан». */
export const formatDay = (language: Language, day: string): string =>
  messages(language)("day.full", partsOf(language, day));

/** A calendar day as a table writes it. */
export const formatDayInTable = (language: Language, day: string): string =>
  messages(language)("day.table", partsOf(language, day));

/** The day and the month alone: «15 ақпан». */
export const formatDayAndMonth = (language: Language, day: string): string =>
  messages(language)("day.of-month", partsOf(language, day));

import { isDay } from "../../../../engine/calendar.ts";
import type { Language } from "../../../../engine/index.ts";
import { writeDay } from "../../../report-check/typed-values.ts";

/** A value as a form shows it: a number with the decimal comma of the language, a day as people write it. */
export function writeValue(language: Language, value: unknown): string {
  if (typeof value === "number") return language === "en" ? String(value) : String(value).replace(".", ",");
  if (typeof value === "string") return isDay(value) ? writeDay(value) : value;
  if (typeof value === "boolean") return String(value);
  return value === undefined || value === null ? "" : JSON.stringify(value);
}

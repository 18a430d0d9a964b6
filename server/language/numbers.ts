import type { Language } from "../../engine/index.ts";
import { INTL_LOCALES, LANGUAGES } from "./languages.ts";

const FORMATS = Object.fromEntries(
  LANGUAGES.map((language) => [language, new Intl.NumberFormat(INTL_LOCALES[language], { maximumFractionDigits: 2 })]),
) as Record<Language, Intl.NumberFormat>;

/** A number of points as the language writes it: 1,5 in Kazakh and Russian, 1.5 in English. */
export const formatNumber = (language: Language, value: number): string => FORMATS[language].format(value);

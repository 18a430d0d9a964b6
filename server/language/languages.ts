import type { Language } from "../../engine/index.ts";

/** The languages of the pages, the default first. */
export const LANGUAGES: readonly Language[] = ["kk", "ru", "en"];
export const DEFAULT_LANGUAGE: Language = "kk";

/** How Intl and the plural rules call each language. */
export const INTL_LOCALES: Readonly<Record<Language, string>> = { kk: "kk", ru: "ru", en: "en-GB" };

/** Whether the text names one of the languages. */
export const isLanguage = (text: string): text is Language => (LANGUAGES as readonly string[]).includes(text);

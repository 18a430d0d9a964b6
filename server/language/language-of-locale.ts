import type { Language } from "../../engine/index.ts";
import { isLanguage } from "./languages.ts";

/** The language of the messages: the one that the terminal's locale names, English otherwise. */
export function languageOfLocale({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Language {
  const code = (LC_ALL || LC_MESSAGES || LANG || "").slice(0, 2);
  return isLanguage(code) ? code : "en";
}

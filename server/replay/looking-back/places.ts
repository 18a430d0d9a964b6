import type { Language } from "../../../engine/index.ts";

export const lookingBackAddress = (language: Language): string => `/${language}/looking-back`;

/** Where one chamber's past is looked back on. */
export const chamberAddress = (language: Language, chamber: string): string =>
  `${lookingBackAddress(language)}/chambers/${encodeURIComponent(chamber)}`;

import type { Language } from "../../../engine/index.ts";

export const lookingBackAddress = (language: Language): string => `/${language}/looking-back`;

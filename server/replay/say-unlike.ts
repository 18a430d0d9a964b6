import type { Language } from "../../engine/index.ts";
import { messages } from "../language/messages.ts";
import type { Unlike } from "./reproduce-task.ts";

/** Why a recorded decision is not reproduced, in words. */
export const sayUnlike = (language: Language, { code, decision, place, recorded, now }: Unlike): string =>
  `${decision}: ${messages(language)(`unlike.${code}`, { place, recorded, now })}`;

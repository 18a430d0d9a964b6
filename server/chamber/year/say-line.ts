import type { Language } from "../../../engine/index.ts";
import { inSentence } from "../../language/in-sentence.ts";
import { messages } from "../../language/messages.ts";
import { formatNumber } from "../../language/numbers.ts";
import type { Due, YearRow } from "./year-row.ts";

/** The points and the norm: «8 / 10». */
export const pointsOf = (language: Language, { total, norm }: { total: number; norm: number }): string =>
  messages(language)("year.points", { total: formatNumber(language, total), norm: formatNumber(language, norm) });

/** What is due, in words; a sanction by its name. */
export function sayDue(
  language: Language,
  due: Due,
  { sanction }: YearRow,
  sanctionName: (id: string) => string,
): string {
  const say = messages(language);
  return due === "sanction"
    ? say("year.impose", { sanction: inSentence(sanctionName(sanction ?? "")) })
    : say(`year.due.${due}`);
}

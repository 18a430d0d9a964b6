import type { Language } from "../../engine/index.ts";
import { messages } from "./messages.ts";

const ANNEX = /^Annex (\d+)(?:, item (\d+))?$/;

function label(language: Language, clause: string, length: "short" | "full"): string {
  const say = messages(language);
  const [, annex, item] = ANNEX.exec(clause) ?? [];
  if (annex === undefined && !/^\d/.test(clause)) return clause;
  if (annex === undefined) return say(`clause.${length}`, { clause });
  if (item === undefined) return say(`clause.${length}-annex`, { annex });
  return say(`clause.${length}-item`, { annex, item });
}

/** A clause as a chip shows it: «7.2-т.», «п. 7.2», "Annex 2, 4". */
export const shortClause = (language: Language, clause: string): string => label(language, clause, "short");

/** A clause as a heading names it: «7.2-тармақ», «Пункт 7.2», "Annex 2, item 4". */
export const fullClause = (language: Language, clause: string): string => label(language, clause, "full");

/** A clause as an address names it: "7.2", "annex-2-item-4", "6.2-2". */
export const clauseSlug = (clause: string): string =>
  clause
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, "-")
    .replace(/-$/, "");

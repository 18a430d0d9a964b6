import type { Language } from "../../engine/index.ts";
import { clauseSlug, fullClause, shortClause } from "../language/clause-labels.ts";

/** A clause beside what rests on it: a link to its text. */
export interface ClauseChip {
  label: string;
  full: string;
  href: string;
}

/** Makes the chips of clauses, by the rules in force for a year. */
export const clauseChips = (language: Language, year: number, clauses: readonly string[]): ClauseChip[] =>
  clauses.map((clause) => ({
    label: shortClause(language, clause),
    full: fullClause(language, clause),
    href: `/${language}/rules/${year}/clauses/${clauseSlug(clause)}`,
  }));

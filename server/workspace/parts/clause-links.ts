import type { Language } from "../../../engine/index.ts";
import { shortClause } from "../../language/clause-labels.ts";
import { clauseChips } from "../../pages/clause-chips.ts";
import type { RuleBook } from "../../published-rules.ts";

/** The clauses of a part: a link to each that the text in force has, and the others by their names. */
export function clauseLinks(language: Language, rules: RuleBook, year: number, clauses: readonly unknown[]) {
  const known = new Set(rules.inForce(year)?.lawText?.clauses.map(({ id }) => id));
  const named = clauses.filter((clause): clause is string => typeof clause === "string");
  return {
    clauses: clauseChips(
      language,
      year,
      named.filter((clause) => known.has(clause)),
    ),
    others: named.filter((clause) => !known.has(clause)).map((clause) => shortClause(language, clause)),
  };
}

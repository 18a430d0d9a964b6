import { type ClauseView, clauseView } from "../../rules-in-force/law-view.ts";
import type { DecisionContext } from "./decision-context.ts";

/** The text of every clause that the decision rests on, in the order of the Rules: paper has no links. */
export function citedClauses({ decision, rules, language }: DecisionContext): ClauseView[] {
  const { lawText } = rules;
  if (!lawText) return [];
  const parts = [decision.obligation, ...decision.activities, ...decision.findings, ...(decision.trace ?? [])];
  const cited = new Set(parts.flatMap(({ clauses }) => clauses));
  const clauses = lawText.clauses.filter(({ id }) => cited.has(id));
  return clauses.map((clause) => clauseView(language, decision.reportingYear, lawText, clause));
}

import type { Language } from "../../../engine/index.ts";
import { type Messages, messages } from "../../language/messages.ts";
import { type ClauseChip, clauseChips } from "../../pages/clause-chips.ts";
import type { DecidedReport } from "../decide-report.ts";

/** What every part of the decision's page is made from. */
export interface DecisionContext extends DecidedReport {
  language: Language;
  say: Messages;
  chips(clauses: readonly string[]): ClauseChip[];
  /** The short name of a form, or what an unlisted one was called. */
  formName(id: string): string;
  sanctionName(id: string): string;
}

export function decisionContext(language: Language, decided: DecidedReport): DecisionContext {
  const { ruleSet } = decided.rules;
  const forms = new Map(ruleSet.forms.map(({ id, short, name }) => [id, (short ?? name)[language]]));
  const sanctions = new Map(ruleSet.sanctions.map(({ id, name }) => [id, name[language]]));
  return {
    ...decided,
    language,
    say: messages(language),
    chips: (clauses) => clauseChips(language, decided.case.reportingYear, clauses),
    formName: (id) => forms.get(id) ?? id,
    sanctionName: (id) => sanctions.get(id) ?? id,
  };
}

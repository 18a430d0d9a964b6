import type { Language, Problem } from "../../../engine/index.ts";
import { inSentence } from "../../language/in-sentence.ts";
import { messages } from "../../language/messages.ts";
import { clauseChips } from "../../pages/clause-chips.ts";
import type { PublishedRules } from "../../published-rules.ts";
import { sanctionToImpose } from "../../recording/sanction-to-impose.ts";
import { describe } from "../../report-check/field-errors.ts";
import type { CaseRecord } from "../../store/records.ts";
import { plainField } from "../plain-field.ts";

/** The sanction that the chamber has to impose now, with the form that does it; null where there is none. */
export function imposeView(
  language: Language,
  rules: PublishedRules,
  record: CaseRecord,
  address: string,
  given: { day: string; problem: Problem | null },
) {
  const due = rules.ruleSet.sanctions.find(({ id }) => id === sanctionToImpose(record));
  if (!due) return null;
  const say = messages(language);
  const name = inSentence(due.name[language]);
  return {
    sanction: due.id,
    title: say("impose.title", { sanction: name }),
    text: say("impose.text", { months: due.term.months }),
    clauses: clauseChips(language, record.reportingYear, due.clauses),
    action: `${address}/sanction`,
    button: say("impose.button", { sanction: name }),
    field: plainField({
      id: "imposedOn",
      label: say("field.imposed-on"),
      value: given.day,
      numeric: true,
      kind: "day",
      error: given.problem && describe(language, given.problem),
    }),
  };
}

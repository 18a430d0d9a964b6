import type { Language } from "../../engine/index.ts";
import { explainRuleSet, titleOf } from "../language/explain/explain-rule-set.ts";
import { messages } from "../language/messages.ts";
import { clauseChips } from "../pages/clause-chips.ts";
import type { PublishedRules } from "../published-rules.ts";

/** Every rule of the year as a sentence, with the clauses it rests on. */
export function sentencesPage(
  language: Language,
  { ruleSet, sha256 }: Pick<PublishedRules, "ruleSet" | "sha256">,
  year: number,
) {
  return {
    title: messages(language)("rules.sentences"),
    lead: titleOf(language, ruleSet),
    sections: explainRuleSet(language, ruleSet).map(({ id, title, sentences }) => ({
      id,
      title,
      sentences: sentences.map(({ text, clauses }) => ({ text, clauses: clauseChips(language, year, clauses) })),
    })),
    sha256,
    back: { href: `/${language}/rules/${year}`, text: messages(language)("clause.back", { year: String(year) }) },
  };
}

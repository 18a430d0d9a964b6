import type { Case, Language } from "../../engine/index.ts";
import type { PublishedRules, RuleBook } from "../published-rules.ts";

/** An example of a rule set: a case, the day as of which it is decided, and the rules that hold it. */
interface FoundExample {
  rules: PublishedRules;
  case: Case;
  asOf: string;
}

/** Finds the example that the address names. */
export function findExample(book: RuleBook, query: Record<string, unknown>): FoundExample | null {
  const rules = book.effectiveIn(Number(query.rules));
  const example = rules?.ruleSet.examples.find(({ id }) => id === query.example);
  return rules && example ? { rules, case: example.case, asOf: example.asOf } : null;
}

/** Links to the examples of the latest rule set. */
export function examplesOf(language: Language, { published }: RuleBook): { name: string; href: string }[] {
  const latest = published.at(-1);
  return (latest?.ruleSet.examples ?? []).map(({ id, name }) => ({
    name: name[language],
    href: `/${language}/check?rules=${latest?.effectiveYear}&example=${id}`,
  }));
}

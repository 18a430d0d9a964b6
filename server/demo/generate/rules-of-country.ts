import type { PublishedRules, RuleBook } from "../../published-rules.ts";

/** The rule set that the country of the demo lives by: the Rules of 2022. */
export function rulesOfCountry(book: RuleBook): PublishedRules {
  const rules = book.inForce(2022);
  if (!rules) throw new Error("there is no rule set for 2022");
  return rules;
}

import { compile, parseRuleSet } from "../../engine/index.ts";
import type { PublishedRules, RuleBook } from "../published-rules.ts";
import type { Store } from "../store/store.ts";

const compiled = new Map<string, PublishedRules>();

/**
 * The rule set that a decision names: the published one, or, where that has been published anew since, the one that was
 * kept with the decision. Null where neither is there.
 */
export async function recordedRules(store: Store, book: RuleBook, sha256: string): Promise<PublishedRules | null> {
  const known = book.published.find((rules) => rules.sha256 === sha256) ?? compiled.get(sha256);
  if (known) return known;
  const kept = await store.ruleSet(sha256);
  if (!kept) return null;
  const { text, effectiveYear } = kept.state;
  const lawText = book.effectiveIn(effectiveYear)?.lawText ?? null;
  const rules = { ...compile(parseRuleSet(text)), effectiveYear, text, lawText };
  compiled.set(sha256, rules);
  return rules;
}

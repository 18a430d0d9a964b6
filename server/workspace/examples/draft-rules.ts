import { compile } from "../../../engine/index.ts";
import type { PublishedRules, RuleBook } from "../../published-rules.ts";
import { parsed } from "../review/change-lines.ts";

/** A draft, ready to decide as if it were in force; null while it is not whole. */
export function draftRules(text: string, book: RuleBook): PublishedRules | null {
  const ruleSet = parsed(text);
  if (!ruleSet) return null;
  const { effectiveYear } = ruleSet;
  return { ...compile(ruleSet), effectiveYear, text, lawText: book.inForce(effectiveYear)?.lawText ?? null };
}

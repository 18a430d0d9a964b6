import { diffRuleSets, type Language } from "../../engine/index.ts";
import { messages } from "../language/messages.ts";
import { sayChange } from "../language/say-change.ts";
import { clauseChips } from "../pages/clause-chips.ts";
import type { Comparable } from "./comparable.ts";

/** What differs between two rule sets, in words, each line with the clauses it rests on. */
export const changesBetween = (language: Language, before: Comparable["ruleSet"], after: Comparable["ruleSet"]) =>
  diffRuleSets(before, after).map((change) => ({
    text: sayChange(language, change, before, after),
    clauses: clauseChips(language, before.effectiveYear, change.clauses),
  }));

/** What changed between two rule sets, in words, with the clauses it rests on. */
export function comparePage(language: Language, from: Comparable, to: Comparable) {
  const say = messages(language);
  const named = { before: from.name, after: to.name };
  return {
    title: say("diff.heading", named),
    heading: say("timeline.compare"),
    compared: say("timeline.compared", named),
    changes: changesBetween(language, from.ruleSet, to.ruleSet),
    back: `/${language}/timeline`,
  };
}

import { diffRuleSets, type Language, parseRuleSet } from "../../engine/index.ts";
import type { AdoptedSet } from "../adoption/adopted-sets.ts";
import { messages } from "../language/messages.ts";
import { sayChange } from "../language/say-change.ts";
import { clauseChips } from "../pages/clause-chips.ts";

/** What changed between two adopted sets, in words, with the clauses it rests on. */
export function comparePage(language: Language, from: AdoptedSet, to: AdoptedSet) {
  const say = messages(language);
  const [before, after] = [parseRuleSet(from.text), parseRuleSet(to.text)];
  const named = ({ effectiveYear: year, revision }: AdoptedSet): string => say("diff.set", { year, revision });
  return {
    title: say("diff.heading", { before: named(from), after: named(to) }),
    heading: say("timeline.compare"),
    compared: say("timeline.compared", { before: named(from), after: named(to) }),
    changes: diffRuleSets(before, after).map((change) => ({
      text: sayChange(language, change, before, after),
      clauses: clauseChips(language, from.effectiveYear, change.clauses),
    })),
    back: `/${language}/timeline`,
  };
}

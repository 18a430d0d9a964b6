import { compile, type Language, parseRuleSet } from "../../engine/index.ts";
import type { AdoptedSet } from "../adoption/adopted-sets.ts";
import { messages } from "../language/messages.ts";
import { sentencesPage } from "../rules-in-force/sentences-page.ts";
import { changesBetween } from "./compare-page.ts";
import { type Known, nameOf, setBefore, standingOf } from "./timeline-rows.ts";

/** The page of an adopted set: how it stands, for which years, what changed with it, and each of its rules. */
export function setPage(language: Language, set: AdoptedSet, known: Known) {
  const say = messages(language);
  const rules = compile(parseRuleSet(set.text));
  const before = setBefore(set, known.sets);
  return {
    ...sentencesPage(language, rules, set.effectiveYear),
    title: nameOf(language, set),
    standing: standingOf(language, set, known),
    compared: before && say("review.compared-with", { set: nameOf(language, before) }),
    changes: before ? changesBetween(language, parseRuleSet(before.text), rules.ruleSet) : [],
    json: `/${language}/timeline/${set.ruleSet}/json`,
    back: { href: `/${language}/timeline`, text: say("timeline.title") },
  };
}

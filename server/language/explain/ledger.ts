import type { Assignment, RuleSet } from "../../../engine/schema/rule-set.ts";
import { categoryName } from "./names.ts";
import { atMost, than } from "./quantities.ts";
import { credits, isEverything } from "./selection.ts";
import { named, type Sentence, sentence, type Voice } from "./voice.ts";

type CarryOver = NonNullable<RuleSet["carryOver"]>;

/** «сначала «Этика» – пока в ней менее 2 баллов, затем «Практика»». */
export const order = (voice: Voice, categories: Assignment["categories"]): string =>
  categories
    .map(({ category, until }) => {
      const name = categoryName(voice, category);
      if (until === undefined) return name;
      return voice.say("explain.assignment.until", { category: name, than: than(voice, until) });
    })
    .join(voice.say("explain.assignment.then"));

/** Categories of which an activity may serve only one. */
export const assignments = (voice: Voice): Sentence[] =>
  (voice.ruleSet.assignments ?? []).map((assignment) => {
    const said = voice.say("explain.assignment", { order: order(voice, assignment.categories) });
    return named(assignment.name[voice.language], said, assignment);
  });

export const without = (voice: Voice, category: string): string =>
  voice.say("explain.carry-over.without", { category: categoryName(voice, category) });

export const lasts = ({ say }: Voice, lasts: CarryOver["lasts"]): string => say(`explain.carry-over.${lasts}`);

/** What is above the norm and may count in the next year. */
export function carryOver(voice: Voice): Sentence[] {
  const { carryOver: carried } = voice.ruleSet;
  if (!carried) return [];
  const said = [
    ...(isEverything(carried) ? [] : [credits(voice, carried)]),
    ...(carried.withoutCategory ? [without(voice, carried.withoutCategory)] : []),
    ...(carried.most !== undefined ? [atMost(voice, carried.most)] : []),
    lasts(voice, carried.lasts),
  ].join("; ");
  return [sentence(voice.say("explain.carry-over", { said }), carried)];
}

import type { CreditRule, Form } from "../schema/form.ts";
import type { RuleSet } from "../schema/rule-set.ts";
import { hundredthsOf, inSteps, PARTS, partsOf, smaller, whole } from "./exact.ts";
import { factOf, type Judged, type JudgedFacts } from "./judge.ts";
import { inParts } from "./kinds.ts";
import { conditionsOf } from "./translate.ts";

/** The conditions of the multipliers of a form, of its own credit and of those in categories. */
export const multiplierConditions = (form: Form, ruleSet: RuleSet): Judged[] => [
  ...conditionsOf("multipliers", form.multipliers ?? [], ruleSet),
  ...(form.credits ?? []).flatMap(({ multipliers = [] }, at) =>
    conditionsOf(`credits/${at}/multipliers`, multipliers, ruleSet),
  ),
];

/** What a weight gives: times the number that it is per, rounded, then times each multiplier that holds. */
export function creditBy(
  rule: CreditRule,
  place: string,
  facts: readonly JudgedFacts[],
  held: ReadonlySet<string>,
): bigint {
  const { weight, per, rounding, multipliers = [] } = rule;
  const { fact, every } = typeof per === "string" ? { fact: "activity.units", every: 1 } : per;
  const over = partsOf(weight) * inParts(factOf(fact, facts)) * 100n;
  const rounded = inSteps({ over, under: PARTS * hundredthsOf(every) }, rounding);
  return multipliers
    .filter((_, at) => held.has(`${place}multipliers/${at}`))
    .reduce((parts, { by }) => whole({ over: parts * hundredthsOf(by), under: 100n }, "nearest"), rounded);
}

/** What the activity gives in each category of its form: the whole of its credit, or its own part, never more. */
export function componentsBy(
  { categories = [], credits = [] }: Form,
  main: bigint,
  facts: readonly JudgedFacts[],
  held: ReadonlySet<string>,
): Map<string, bigint> {
  const components = new Map<string, bigint>();
  for (const [at, rule] of credits.entries()) {
    const already = components.get(rule.category) ?? 0n;
    components.set(rule.category, already + creditBy(rule, `credits/${at}/`, facts, held));
  }
  for (const [category, parts] of components) components.set(category, smaller(parts, main));
  for (const category of categories) components.set(category, main);
  return components;
}

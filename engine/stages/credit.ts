import type { Evaluation } from "../evaluation.ts";
import { type CompiledCondition, compileCondition } from "../facts/conditions.ts";
import type { Fact } from "../facts/facts.ts";
import { multiplyAndDivide, type Towards, toParts } from "../points.ts";
import type { CreditRule, Form } from "../schema/rule-set.ts";

/** Finds the credit of the activity that is being looked at, in parts. */
export type Credit = (evaluation: Evaluation) => number;

interface Step {
  to: number;
  towards: Towards;
}

const EXACT: Step = { to: 1, towards: "down" };

function base({ weight, per, rounding }: CreditRule, facts: ReadonlyMap<string, Fact>): Credit {
  const parts = toParts(weight);
  const { to, towards } = rounding ? { to: toParts(rounding.to), towards: rounding.towards } : EXACT;
  if (per === "item") {
    if (!rounding) return ({ activity }) => timesUnits(parts, activity?.units);
    return ({ activity }) => multiplyAndDivide(parts, Math.round((activity?.units ?? 1) * 100), 100, to, towards);
  }
  const fact = facts.get(per.fact) as Fact;
  const divisor = fact.type === "count" ? Math.round(per.every * 100) : toParts(per.every);
  const scale = fact.type === "count" ? 100 : 1;
  return (e) => multiplyAndDivide(parts, (fact.read(e) as number) * scale, divisor, to, towards);
}

/** A weight in parts times a number of units; exact, since a part is finer than both. */
export const timesUnits = (parts: number, units: number | undefined): number =>
  units === undefined ? parts : multiplyAndDivide(parts, Math.round(units * 100), 100);

/** Compiles how a credit is found: weight, rounding, then each multiplier that holds. */
export function compileCredit(rule: CreditRule, facts: ReadonlyMap<string, Fact>): Credit {
  const find = base(rule, facts);
  const multipliers = (rule.multipliers ?? []).map(({ when, by }): { condition: CompiledCondition; by: number } => ({
    condition: compileCondition(when, facts),
    by: Math.round(by * 100),
  }));
  if (multipliers.length === 0) return find;
  return (evaluation) => {
    let parts = find(evaluation);
    for (const { condition, by } of multipliers) {
      if (condition.holds(evaluation)) parts = multiplyAndDivide(parts, by, 100, 1, "nearest");
    }
    return parts;
  };
}

/** Finds the parts of a credit that count in each category, none of them more than the whole. */
export type CategoryCredits = (whole: number, evaluation: Evaluation) => Map<string, number>;

/** Compiles the categories of a form; null where it has none. */
export function compileCategories(
  { categories = [], credits = [] }: Form,
  facts: ReadonlyMap<string, Fact>,
): CategoryCredits | null {
  if (categories.length + credits.length === 0) return null;
  const measured = credits.map(({ category, ...rule }) => ({ category, find: compileCredit(rule, facts) }));
  return (whole, evaluation) => {
    const parts = new Map<string, number>();
    for (const { category, find } of measured) parts.set(category, (parts.get(category) ?? 0) + find(evaluation));
    for (const category of categories) parts.set(category, whole);
    for (const [category, held] of parts) if (held > whole) parts.set(category, whole);
    return parts;
  };
}

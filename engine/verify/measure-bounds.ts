import type { Comparison, Condition } from "../schema/condition.ts";
import type { RuleSet } from "../schema/rule-set.ts";

/** Whether a comparison keeps holding when the value grows. */
const RISING = ["greaterThan", "greaterThanInclusive"];
const FALLING = ["lessThan", "lessThanInclusive"];

/** A comparison of a measure in a requirement, and whether growth helps it, hurts it, or may do both. */
export interface Bound {
  measure: string;
  growth: "helps" | "hurts" | "either";
}

const isMeasure = (name: string): boolean => name.startsWith("measure.");

function ofComparison({ fact, operator, value }: Comparison, isNegated: boolean): Bound[] {
  const rises = RISING.includes(operator) ? true : FALLING.includes(operator) ? false : null;
  const growth = (helps: boolean | null): Bound["growth"] =>
    helps === null ? "either" : helps !== isNegated ? "helps" : "hurts";
  const other = typeof value === "object" && !Array.isArray(value) ? value.fact : "";
  return [
    ...(isMeasure(fact) ? [{ measure: fact, growth: growth(rises) }] : []),
    ...(isMeasure(other) ? [{ measure: other, growth: growth(rises === null ? null : !rises) }] : []),
  ];
}

/** How a condition bounds measures. */
export function boundsIn(condition: Condition, isNegated = false): Bound[] {
  if ("all" in condition) return condition.all.flatMap((branch) => boundsIn(branch, isNegated));
  if ("any" in condition) return condition.any.flatMap((branch) => boundsIn(branch, isNegated));
  if ("not" in condition) return boundsIn(condition.not, !isNegated);
  return ofComparison(condition, isNegated);
}

/** The measures that requirements bound from below; the total always is. */
export const boundedBelow = ({ requirements }: RuleSet): ReadonlySet<string> =>
  new Set([
    "measure.total",
    ...requirements.flatMap(({ when }) =>
      boundsIn(when)
        .filter(({ growth }) => growth !== "hurts")
        .map(({ measure }) => measure),
    ),
  ]);

/** The condition with every comparison of a measure taken to hold: what is left of it is not about credits. */
export function withoutMeasures(condition: Condition): Condition {
  if ("all" in condition) return { all: condition.all.map(withoutMeasures) };
  if ("any" in condition) return { any: condition.any.map(withoutMeasures) };
  if ("not" in condition || boundsIn(condition).length === 0) return condition;
  return { fact: "member.joinedMonth", operator: "greaterThan", value: 0 };
}

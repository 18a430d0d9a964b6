import type { Condition } from "../schema/condition.ts";
import type { RuleSet } from "../schema/rule-set.ts";
import type { Judged, JudgedCondition } from "./judge.ts";
import { asCompared, kindOf } from "./kinds.ts";

/** A condition of the rule set as json-rules-engine has to see it. */
export function translate(condition: Condition, ruleSet: RuleSet): JudgedCondition {
  if ("all" in condition) return { all: condition.all.map((branch) => translate(branch, ruleSet)) };
  if ("any" in condition) return { any: condition.any.map((branch) => translate(branch, ruleSet)) };
  if ("not" in condition) return { not: translate(condition.not, ruleSet) };
  const { fact, operator, value } = condition;
  const kind = kindOf(fact, ruleSet);
  const compared = Array.isArray(value)
    ? value.map((item) => asCompared(kind, item))
    : typeof value === "object"
      ? value
      : asCompared(kind, value);
  return { fact, operator, value: compared } as unknown as JudgedCondition;
}

/** The conditions of those parts that have one, each under its place in the list. */
export const conditionsOf = (
  place: string,
  parts: readonly { when?: Condition | undefined }[],
  ruleSet: RuleSet,
): Judged[] =>
  parts.flatMap(({ when }, at) =>
    when ? [{ name: `${place}/${at}`, conditions: { all: [translate(when, ruleSet)] } }] : [],
  );

import { factsOf } from "./facts.ts";
import { toParts } from "./points.ts";
import { type Problem, problem } from "./problem.ts";
import type { Amount, CreditRule, RuleSet } from "./schema/rule-set.ts";

/** Weights whose quotients may fall between the parts of a point, so that a rounding has to be given. */
function inexactWeights(ruleSet: RuleSet): Problem[] {
  const facts = factsOf(ruleSet);
  const check = ({ weight, per, rounding }: CreditRule, pointer: string): Problem[] => {
    if (per === "item" || rounding) return [];
    const scale = facts.get(per.fact)?.type === "count" ? 100 : 1;
    const isExact = (toParts(weight) * scale) % Math.round(per.every * 100) === 0;
    return isExact ? [] : [problem("inexact-weight", pointer, { weight, every: per.every })];
  };
  return ruleSet.forms.flatMap((form, at) => [
    ...check(form, `/forms/${at}`),
    ...(form.credits ?? []).flatMap((credit, place) => check(credit, `/forms/${at}/credits/${place}`)),
  ]);
}

function tableProblems({ table }: Amount, pointer: string): Problem[] {
  if (!table) return [];
  const { rows } = table;
  return rows.flatMap(({ upTo }, at): Problem[] => {
    const isLast = at === rows.length - 1;
    const here = `${pointer}/table/rows/${at}`;
    if (isLast) return upTo === undefined ? [] : [problem("table-gap", here, { upTo })];
    if (upTo === undefined) return [problem("missing-field", here, { field: "upTo" })];
    const before = rows[at - 1]?.upTo ?? -1;
    return upTo > before ? [] : [problem("table-order", `${here}/upTo`, { upTo, before })];
  });
}

/** What is wrong with the numbers of a rule set: quotients that are not exact, tables with a gap or out of order. */
export const checkNumbers = (ruleSet: RuleSet): Problem[] => [
  ...inexactWeights(ruleSet),
  ...ruleSet.amounts.flatMap((amount, at) => tableProblems(amount, `/amounts/${at}`)),
];

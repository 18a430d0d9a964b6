import { factsOf } from "../facts/facts.ts";
import { toParts } from "../points.ts";
import { type Problem, problem } from "../reading/problem.ts";
import type { Amount, CreditRule, RuleSet } from "../schema/rule-set.ts";
import { LARGEST_NUMBER, LARGEST_SUM } from "../schema/words.ts";

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

/** Amounts that may come to more points than stay exact: per cents of per cents, sums of sums. */
function boundlessAmounts({ amounts }: RuleSet): Problem[] {
  const bounds = new Map<string, number>();
  const boundOf = ({ value, choose = [], otherwise, table, fact, sum = [], percent, proRata }: Amount): number => {
    const of = (id: string): number => bounds.get(id) ?? 0;
    const written = [
      value,
      otherwise,
      ...choose.map((one) => one.value),
      ...(table?.rows ?? []).map((row) => row.value),
    ];
    return Math.max(
      ...written.map((points) => points ?? 0),
      fact === undefined ? 0 : (bounds.get(fact.replace("amount.", "")) ?? LARGEST_NUMBER),
      sum.reduce((total, id) => total + of(id), 0),
      percent ? (of(percent.of) * percent.percent) / 100 : 0,
      proRata ? of(proRata.of) : 0,
    );
  };
  return amounts.flatMap((amount, at) => {
    const bound = boundOf(amount) + (amount.rounding?.to ?? 0);
    bounds.set(amount.id, Math.min(bound, LARGEST_SUM));
    return bound > LARGEST_SUM ? [problem("too-big", `/amounts/${at}`, { limit: LARGEST_SUM })] : [];
  });
}

/** What is wrong with the numbers of a rule set: quotients that are not exact, tables with a gap or out of order, amounts that grow without end. */
export const checkNumbers = (ruleSet: RuleSet): Problem[] => [
  ...inexactWeights(ruleSet),
  ...boundlessAmounts(ruleSet),
  ...ruleSet.amounts.flatMap((amount, at) => tableProblems(amount, `/amounts/${at}`)),
];

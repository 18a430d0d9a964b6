import { comparisonsOf, factNamesOf } from "../facts/conditions.ts";
import type { Condition } from "../schema/condition.ts";
import type { Amount, PointsOrAmount, RuleSet } from "../schema/rule-set.ts";

const factsIn = (condition: Condition): string[] => comparisonsOf(condition).flatMap(factNamesOf);

const amountOf = (points: PointsOrAmount | undefined): string[] =>
  typeof points === "object" ? [`amount.${points.amount}`] : [];

function ofAmount({ choose = [], table, fact, sum = [], percent, proRata }: Amount, cone: Cone): void {
  for (const { when } of choose) for (const name of factsIn(when)) cone.add(name);
  for (const name of [table?.fact, fact]) if (name !== undefined) cone.add(name);
  for (const id of [...sum, percent?.of, proRata?.of]) if (id !== undefined) cone.add(`amount.${id}`);
  if (proRata) for (const name of ["member.since", "absences.monthsInYear"]) cone.add(name);
}

/** The dimensions in which cases have to differ for a fact to differ, found through all that it rests on. */
class Cone {
  readonly dimensions = new Set<string>();
  private readonly seen = new Set<string>();
  private readonly ruleSet: RuleSet;
  constructor(ruleSet: RuleSet) {
    this.ruleSet = ruleSet;
  }

  private take(...names: string[]): void {
    for (const name of names) this.dimensions.add(name);
  }

  private ofMeasures(): void {
    const { limits = [], measures, forms } = this.ruleSet;
    this.take("activities", "history");
    const terms = measures.flatMap(({ terms: summands = [] }) => summands);
    const points = [...limits.map(({ most }) => most), ...terms.flatMap(({ above, most }) => [above, most])];
    const conditions = [...limits, ...measures, ...terms, ...forms].flatMap(({ when }) => (when ? [when] : []));
    for (const name of [...points.flatMap(amountOf), ...conditions.flatMap(factsIn)]) this.add(name);
  }

  add(name: string): void {
    if (this.seen.has(name)) return;
    this.seen.add(name);
    const [group, rest = ""] = [name.slice(0, name.indexOf(".")), name.slice(name.indexOf(".") + 1)];
    const { amounts, cycle } = this.ruleSet;
    if (group === "member") this.take("year", "since", ...(rest === "monthsInYear" ? ["until"] : []));
    else if (group === "cycle") {
      this.take("year");
      if (typeof cycle?.anchor === "object") this.add(cycle.anchor.fact);
    } else if (group === "absence" || group === "absences") this.take("absences");
    else if (group === "report") this.take("report");
    else if (group === "consultant" || group === "decision") this.take(name);
    else if (group === "amount") {
      const amount = amounts.find(({ id }) => id === rest);
      if (amount) ofAmount(amount, this);
    } else if (group === "measure") this.ofMeasures();
  }
}

/** The dimensions that the facts depend on. */
export function coneOf(names: readonly string[], ruleSet: RuleSet): ReadonlySet<string> {
  const cone = new Cone(ruleSet);
  for (const name of names) cone.add(name);
  return cone.dimensions;
}

/** The dimensions that a condition depends on. */
export const coneOfCondition = (condition: Condition, ruleSet: RuleSet): ReadonlySet<string> =>
  coneOf(factsIn(condition), ruleSet);

const isFound = (name: string): boolean => /^(amount|measure)\./.test(name);

/** Whether days or numbers of a case are compared with each other: which of them lies before which is not enumerated. */
export const comparesGiven = (condition: Condition): boolean =>
  comparisonsOf(condition).some((comparison) => {
    const names = factNamesOf(comparison);
    return names.length === 2 && !/^(e|notE)qual$/.test(comparison.operator) && !names.some(isFound);
  });

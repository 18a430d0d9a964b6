import { addDays, previousDay } from "../calendar.ts";
import { conditionPlaces } from "../check/places.ts";
import { comparisonsOf } from "../facts/conditions.ts";
import { type FactType, type FactValue, fits } from "../facts/fact-types.ts";
import type { Fact } from "../facts/facts.ts";
import type { Constant } from "../schema/condition.ts";
import type { Amount, Attribute, RuleSet } from "../schema/rule-set.ts";

/** The values at which what the rule set says of a fact may change, as a case writes them. */
export type Boundaries = ReadonlyMap<string, readonly FactValue[]>;

const MOST_VALUES = 60;
const hundredths = (value: number): number => Math.round(value * 100) / 100;

/** The value, one step below it and one above. */
export function around(type: FactType, value: FactValue): FactValue[] {
  if (typeof value === "number") {
    const step = type === "count" ? 1 : 0.01;
    return [value, hundredths(value - step), hundredths(value + step)];
  }
  return type === "day" ? [value, previousDay(value as string), addDays(value as string, 1)] : [value];
}

/** The points that an amount is written with. */
export const pointsOf = ({ value, choose = [], otherwise, table }: Amount): number[] =>
  [value, otherwise, ...choose.map((choice) => choice.value), ...(table?.rows ?? []).map((row) => row.value)].filter(
    (points) => points !== undefined,
  );

class Collector {
  readonly found = new Map<string, Set<FactValue>>();
  private readonly facts: ReadonlyMap<string, Fact>;
  constructor(facts: ReadonlyMap<string, Fact>) {
    this.facts = facts;
  }

  add(name: string, values: readonly (FactValue | Constant)[]): void {
    const type = this.facts.get(name)?.type;
    if (!type) return;
    const known = this.found.get(name) ?? new Set();
    for (const value of values) for (const near of around(type, value)) if (known.size < MOST_VALUES) known.add(near);
    this.found.set(name, known);
  }
}

function ofCredits({ forms }: RuleSet, collector: Collector): void {
  for (const form of forms) {
    for (const { per } of [form, ...(form.credits ?? [])]) {
      if (per !== "item") collector.add(per.fact, [per.every]);
    }
  }
}

function ofAttributes(attributes: readonly Attribute[] = [], prefix: string, collector: Collector): void {
  for (const { id, type, values, default: value } of attributes) {
    if (type === "boolean") collector.add(prefix + id, [true, false]);
    else if (type === "text") collector.add(prefix + id, values ?? [value, "other"]);
    else collector.add(prefix + id, [value]);
  }
}

/** The texts that attributes may have, where the rule set lists them. */
const allowedBy = ({ attributes }: RuleSet): ReadonlyMap<string, readonly string[] | undefined> =>
  new Map([
    ...(attributes?.consultant ?? []).map(({ id, values }) => [`consultant.${id}`, values] as const),
    ...(attributes?.activity ?? []).map(({ id, values }) => [`activity.${id}`, values] as const),
  ]);

/** Every value that a condition, a table or a weight names, with its neighbours, by the fact that it is compared with. */
export function boundariesOf(ruleSet: RuleSet, facts: ReadonlyMap<string, Fact>): Boundaries {
  const collector = new Collector(facts);
  const points = ruleSet.amounts.flatMap(pointsOf);
  ofAttributes(ruleSet.attributes?.consultant, "consultant.", collector);
  ofAttributes(ruleSet.attributes?.activity, "activity.", collector);
  for (const { fact, value } of conditionPlaces(ruleSet).flatMap(({ condition }) => comparisonsOf(condition))) {
    if (Array.isArray(value)) collector.add(fact, value);
    else if (typeof value !== "object") collector.add(fact, [value]);
    else if (["points", "number"].includes(facts.get(fact)?.type ?? "")) collector.add(fact, points);
  }
  for (const { table } of ruleSet.amounts) {
    if (table)
      collector.add(
        table.fact,
        table.rows.flatMap(({ upTo }) => (upTo === undefined ? [] : [upTo])),
      );
  }
  ofCredits(ruleSet, collector);
  const allowed = allowedBy(ruleSet);
  const mayBe = (name: string, value: FactValue): boolean =>
    fits(facts.get(name)?.type ?? "text", value) && (allowed.get(name)?.includes(value as string) ?? true);
  return new Map(
    [...collector.found].map(([name, values]) => [name, [...values].filter((value) => mayBe(name, value))]),
  );
}

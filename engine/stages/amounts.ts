import type { Evaluation } from "../evaluation.ts";
import { type CompiledCondition, compileCondition, factsRead } from "../facts/conditions.ts";
import { type FactValue, shown } from "../facts/fact-types.ts";
import type { Fact } from "../facts/facts.ts";
import { multiplyAndDivide, PARTS, pointsDown, toParts } from "../points.ts";
import type { Amount, RuleSet } from "../schema/rule-set.ts";
import { countMonths, monthsIn } from "./pro-rata.ts";

type Facts = ReadonlyMap<string, Fact>;

/** Finds an amount, in parts, and tells what it read. */
interface Finder {
  find(evaluation: Evaluation): number;
  /** What the amount rests on, as people write it; for the trace. */
  read(evaluation: Evaluation): Record<string, unknown>;
}

export interface CompiledAmount extends Finder {
  id: string;
  clauses: readonly string[];
}

const constant = (value: number): Finder => ({ find: () => value, read: () => ({}) });

function choice(choose: NonNullable<Amount["choose"]>, otherwise: number, facts: Facts): Finder {
  const choices = choose.map(({ when, value }) => ({
    condition: compileCondition(when, facts),
    value: toParts(value),
  }));
  const find = (evaluation: Evaluation): number => {
    for (const { condition, value } of choices) if (condition.holds(evaluation)) return value;
    return otherwise;
  };
  const conditions: CompiledCondition[] = choices.map(({ condition }) => condition);
  return { find, read: (e) => Object.assign({}, ...conditions.map((condition) => factsRead(condition, e))) };
}

/** A fact's value in parts: a count n is n points. */
const inParts = ({ type }: Fact, value: FactValue): number => (value as number) * (type === "count" ? PARTS : 1);

const readFact = (fact: Fact, evaluation: Evaluation): Record<string, unknown> => ({
  [fact.name]: shown(fact.type, fact.read(evaluation)),
});

function table({ fact: name, rows }: NonNullable<Amount["table"]>, facts: Facts): Finder {
  const fact = facts.get(name) as Fact;
  const bands = rows.map(({ upTo, value }) => ({
    upTo: upTo === undefined ? Number.POSITIVE_INFINITY : toParts(upTo),
    value: toParts(value),
  }));
  const find = (e: Evaluation): number => {
    const value = inParts(fact, fact.read(e));
    return (bands.find(({ upTo }) => value <= upTo) as { value: number }).value;
  };
  return { find, read: (e) => readFact(fact, e) };
}

function fromFact(name: string, facts: Facts): Finder {
  const fact = facts.get(name) as Fact;
  return { find: (e) => inParts(fact, fact.read(e)), read: (e) => readFact(fact, e) };
}

/** Reads earlier amounts by their ids. */
function earlier(ids: readonly string[], amounts: readonly Amount[]) {
  const places = ids.map((id) => amounts.findIndex((amount) => amount.id === id));
  const values = (e: Evaluation): number[] => places.map((at) => e.amounts[at] as number);
  const read = (e: Evaluation) =>
    Object.fromEntries(values(e).map((value, at) => [`amount.${ids[at]}`, pointsDown(value)]));
  return { values, read };
}

function sum(ids: readonly string[], amounts: readonly Amount[]): Finder {
  const { values, read } = earlier(ids, amounts);
  return { find: (e) => values(e).reduce((total, value) => total + value, 0), read };
}

function percent({ of, percent: share }: NonNullable<Amount["percent"]>, amounts: readonly Amount[]): Finder {
  const { values, read } = earlier([of], amounts);
  return { find: (e) => multiplyAndDivide(values(e)[0] as number, Math.round(share * 100), 10_000), read };
}

function proRata({ of, months, outOf = "year" }: NonNullable<Amount["proRata"]>, ruleSet: RuleSet): Finder {
  const { values, read } = earlier([of], ruleSet.amounts);
  const total = outOf === "cycle" ? 12 * (ruleSet.cycle?.years ?? 1) : 12;
  const counted = (e: Evaluation): number => countMonths(months, monthsIn(outOf, ruleSet, e), e);
  return {
    find: (e) => multiplyAndDivide(values(e)[0] as number, counted(e), total),
    read: (e) => ({ ...read(e), months: counted(e), outOf: total }),
  };
}

function finderOf(amount: Amount, ruleSet: RuleSet, facts: Facts): Finder {
  const { amounts } = ruleSet;
  if (amount.choose) return choice(amount.choose, toParts(amount.otherwise as number), facts);
  if (amount.table) return table(amount.table, facts);
  if (amount.fact !== undefined) return fromFact(amount.fact, facts);
  if (amount.sum) return sum(amount.sum, amounts);
  if (amount.percent) return percent(amount.percent, amounts);
  if (amount.proRata) return proRata(amount.proRata, ruleSet);
  return constant(toParts(amount.value as number));
}

function rounded({ find, read }: Finder, rounding: Amount["rounding"]): Finder {
  if (!rounding) return { find, read };
  const { to, towards } = rounding;
  return { find: (e) => multiplyAndDivide(find(e), 1, 1, toParts(to), towards), read };
}

export const compileAmounts = (ruleSet: RuleSet, facts: Facts): CompiledAmount[] =>
  ruleSet.amounts.map((amount) => {
    const { id, clauses, rounding } = amount;
    return { id, clauses, ...rounded(finderOf(amount, ruleSet, facts), rounding) };
  });

/** Finds each amount, in the order of the rule set. */
export function findAmounts(amounts: readonly CompiledAmount[], evaluation: Evaluation): void {
  const found = new Array<number>(amounts.length);
  evaluation.amounts = found;
  for (let at = 0; at < amounts.length; at++) {
    const amount = amounts[at] as CompiledAmount;
    const value = amount.find(evaluation);
    found[at] = value;
    evaluation.trace?.push({
      step: "amount",
      subject: amount.id,
      clauses: amount.clauses,
      facts: amount.read(evaluation),
      gave: pointsDown(value),
    });
  }
}

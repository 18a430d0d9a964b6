import type { Amount } from "../schema/amount.ts";
import type { PointsOrAmount } from "../schema/part.ts";
import { countedMonths } from "./counted-months.ts";
import type { CycleYears } from "./cycle.ts";
import { type Fraction, hundredthsOf, inSteps, partsOf, whole } from "./exact.ts";
import { type Asking, factOf, type JudgedFacts, judge, type Questions } from "./judge.ts";
import { inParts } from "./kinds.ts";
import type { Matter } from "./matter.ts";

/** The amounts found so far, as facts. */
export type Amounts = Record<string, bigint>;

const found = (amounts: Amounts, id: string): bigint => amounts[`amount.${id}`] as bigint;

/** Points that are written out or those of an amount, in parts. */
export const resolve = (points: PointsOrAmount, amounts: Amounts): bigint =>
  typeof points === "number" ? partsOf(points) : found(amounts, points.amount);

/** The written points of an amount that chooses: by conditions, or by the rows of a table. */
function* chosen(amount: Amount, { conditions }: Matter, facts: readonly JudgedFacts[]): Asking<number> {
  const { id, choose = [], otherwise, table } = amount;
  if (table) {
    const number = inParts(factOf(table.fact, facts));
    const row = table.rows.find(({ upTo }) => upTo === undefined || number <= partsOf(upTo));
    return row?.value as number;
  }
  const held = yield* judge(conditions.choices.get(id) as Questions, ...facts);
  return choose.find((_, at) => held.has(`choose/${at}`))?.value ?? (otherwise as number);
}

/** An amount as a fraction of parts, before its rounding. */
function* amountOf(
  amount: Amount,
  matter: Matter,
  cycle: CycleYears,
  known: JudgedFacts,
  amounts: Amounts,
): Asking<Fraction> {
  const { value, proRata, percent, sum, fact } = amount;
  if (sum) return { over: sum.reduce((total, id) => total + found(amounts, id), 0n), under: 1n };
  if (fact !== undefined) return { over: inParts(known[fact] ?? amounts[fact]), under: 1n };
  if (percent) return { over: found(amounts, percent.of) * hundredthsOf(percent.percent), under: 10_000n };
  if (proRata) {
    const whichYears = proRata.outOf === "cycle" ? cycle : { start: matter.theCase.reportingYear, years: 1 };
    const months = countedMonths(proRata.months, whichYears.start, whichYears.years, matter);
    return { over: found(amounts, proRata.of) * BigInt(months), under: BigInt(12 * whichYears.years) };
  }
  return { over: partsOf(value ?? (yield* chosen(amount, matter, [known, amounts]))), under: 1n };
}

/** Every amount of the rule set, in its order, each over those before it. */
export function* amountsOf(matter: Matter, cycle: CycleYears, known: JudgedFacts): Asking<Amounts> {
  const amounts: Amounts = {};
  for (const amount of matter.ruleSet.amounts) {
    const fraction = yield* amountOf(amount, matter, cycle, known, amounts);
    const parts = whole(fraction, "down");
    amounts[`amount.${amount.id}`] = inSteps({ over: parts, under: 1n }, amount.rounding);
  }
  return amounts;
}

import { addDays } from "../calendar.ts";
import { comparisonsOf, compileCondition, factNamesOf } from "../facts/conditions.ts";
import type { FactType } from "../facts/fact-types.ts";
import { PARTS, toParts } from "../points.ts";
import type { Amount } from "../schema/rule-set.ts";
import { coneOf } from "./cone.ts";
import { enumerate } from "./dimension.ts";
import { finished } from "./draft.ts";
import { doubted, isDeclared, type Verdict } from "./finding.ts";
import type { Prober, Seen } from "./probe.ts";
import type { Space } from "./space.ts";

type Choices = NonNullable<Amount["choose"]>;

/** Which choices held in one case. */
interface Row {
  held: readonly boolean[];
  seen: Seen;
}

function rowsOf(space: Space, names: readonly string[], hold: (seen: Seen) => boolean[]) {
  const { prober, dimensions, start } = space;
  const { complete, drafts } = enumerate(dimensions, coneOf(names, prober.ruleSet), start);
  const rows: Row[] = [];
  for (const draft of drafts) {
    if (prober.isSpent) return { complete: false, rows };
    const seen = prober.see(finished(draft, prober.rules));
    if (seen.evaluation && seen.decision.outcome !== "not-a-member") rows.push({ held: hold(seen), seen });
  }
  return { complete, rows };
}

/** Choices that hold only where an earlier one does, and pairs that cross: where both hold, their order decides. */
function overlaps({ choose = [] }: Amount, pointer: string, rows: readonly Row[], prober: Prober): Verdict[] {
  const found: Verdict[] = [];
  for (const [later, { value }] of choose.entries()) {
    const holding = rows.filter(({ held }) => held[later]);
    if (holding.length === 0) continue;
    const here = `${pointer}/choose/${later}`;
    if (holding.every(({ held }) => held.indexOf(true) < later)) {
      found.push(doubted("choice-hidden", here, { choice: later + 1 }, holding[0]?.seen));
      continue;
    }
    for (const [earlier, { value: other }] of choose.slice(0, later).entries()) {
      const both = holding.find(({ held }) => held[earlier]);
      const isNested = rows.every(({ held }) => !held[earlier] || held[later]);
      if (!both || isNested || value === other || isDeclared(prober.ruleSet, here)) continue;
      found.push(doubted("choices-cross", here, { choice: later + 1, other: earlier + 1 }, both.seen));
    }
  }
  return found;
}

const above = (type: FactType, value: number | string, steps: number): number | string => {
  if (type === "day") return steps > 0 ? addDays(value as string, steps) : value;
  return Math.round(((value as number) + steps * (type === "count" ? 1 : 0.01)) * 100) / 100;
};

/** One value of an ordered fact that lies between two choices and falls to what is left over. */
function gaps({ choose = [] }: Amount, pointer: string, rows: readonly Row[], prober: Prober): Verdict[] {
  const ends = choose.flatMap(({ when }, at) =>
    comparisonsOf(when).flatMap(({ fact, operator, value }) => {
      const type = prober.facts.get(fact)?.type as FactType;
      if (typeof value !== "number" && typeof value !== "string") return [];
      return [{ at, fact, operator, value, type }];
    }),
  );
  const lows = ends.filter(({ operator }) => operator.startsWith("lessThan"));
  const highs = ends.filter(({ operator }) => operator.startsWith("greaterThan"));
  return lows.flatMap((low) =>
    highs.flatMap((high) => {
      if (low.fact !== high.fact || low.at === high.at) return [];
      const first = low.operator === "lessThan" ? low.value : above(low.type, low.value, 1);
      const end = high.operator === "greaterThan" ? above(high.type, high.value, 1) : high.value;
      if (above(low.type, first, 1) !== end) return [];
      const { read } = prober.facts.get(low.fact) as { read: (e: NonNullable<Seen["evaluation"]>) => unknown };
      const inside = typeof first === "number" && low.type !== "count" ? toParts(first) : first;
      const hit = rows.find(
        ({ held, seen }) => !held.includes(true) && seen.evaluation && read(seen.evaluation) === inside,
      );
      const here = `${pointer}/choose/${Math.max(low.at, high.at)}`;
      return hit ? [doubted("choices-gap", here, { fact: low.fact, value: first }, hit.seen)] : [];
    }),
  );
}

function ofChoices(amount: Amount, choose: Choices, pointer: string, space: Space): Verdict[] {
  const { prober } = space;
  const conditions = choose.map(({ when }) => compileCondition(when, prober.facts));
  const names = choose.flatMap(({ when }) => comparisonsOf(when).flatMap(factNamesOf));
  const { rows, complete } = rowsOf(space, names, ({ evaluation }) =>
    conditions.map(({ holds }) => evaluation !== null && holds(evaluation)),
  );
  const crossing = overlaps(amount, pointer, rows, prober);
  const certain = complete ? crossing : crossing.filter(({ code }) => code === "choices-cross");
  return [...certain, ...gaps(amount, pointer, rows, prober)];
}

/** Rows of a table whose values no case has. */
function ofTable({ table }: Amount, pointer: string, space: Space): Verdict[] {
  if (!table) return [];
  const fact = space.prober.facts.get(table.fact);
  if (!fact) return [];
  const scale = fact.type === "count" ? PARTS : 1;
  const { rows, complete } = rowsOf(space, [table.fact], ({ evaluation }) => {
    const value = evaluation ? (fact.read(evaluation) as number) * scale : 0;
    const hit = table.rows.findIndex(({ upTo }) => upTo === undefined || value <= toParts(upTo));
    return table.rows.map((_, at) => at === hit);
  });
  if (!complete) return [];
  return table.rows.flatMap((_, at) =>
    rows.some(({ held }) => held[at])
      ? []
      : [doubted("row-never-reached", `${pointer}/table/rows/${at}`, { row: at + 1 }, rows[0]?.seen)],
  );
}

/** Choices that hide or cross each other or leave one value out, and rows that are never reached. */
export const checkAmounts = (space: Space): Verdict[] =>
  space.prober.ruleSet.amounts.flatMap((amount, at) => [
    ...(amount.choose ? ofChoices(amount, amount.choose, `/amounts/${at}`, space) : []),
    ...ofTable(amount, `/amounts/${at}`, space),
  ]);

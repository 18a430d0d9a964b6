import type { Evaluation } from "../evaluation.ts";
import type { Fact } from "../facts/facts.ts";
import { pointsDown, toParts } from "../points.ts";
import type { RuleSet } from "../schema/rule-set.ts";
import { type Ledger, partsAt } from "./ledger.ts";
import { compileOptionalPoints, type FindPoints } from "./points-or-amount.ts";
import { type CompiledSelection, compileSelection, selected } from "./selection.ts";

export interface CompiledCarryOver {
  clauses: readonly string[];
  selection: CompiledSelection;
  withoutCategory: string | null;
  most: FindPoints;
  untilUsed: boolean;
}

export function compileCarryOver(
  { carryOver, amounts }: RuleSet,
  facts: ReadonlyMap<string, Fact>,
): CompiledCarryOver | null {
  if (!carryOver) return null;
  const { clauses, withoutCategory = null, most, lasts } = carryOver;
  return {
    clauses,
    selection: compileSelection(carryOver, facts),
    withoutCategory,
    most: compileOptionalPoints(most, amounts, Number.POSITIVE_INFINITY),
    untilUsed: lasts === "until-used",
  };
}

/** What is carried in from the year before, in parts. */
export function findCarriedIn({ clauses, most }: CompiledCarryOver, evaluation: Evaluation): number {
  const { reportingYear, history = [] } = evaluation.case;
  const before = history.find(({ reportingYear: year }) => year === reportingYear - 1);
  const carriedOut = before?.carriedOut ?? 0;
  const parts = Math.min(toParts(carriedOut), most(evaluation));
  evaluation.trace?.push({
    step: "carried-in",
    subject: null,
    clauses,
    facts: { reportingYear: reportingYear - 1, carriedOut },
    gave: pointsDown(parts),
  });
  return parts;
}

/** What was credited this year and may be carried, in parts. */
function carriable({ selection, withoutCategory }: CompiledCarryOver, ledger: Ledger, evaluation: Evaluation): number {
  let sum = 0;
  for (const at of selected(selection, ledger, evaluation)) {
    const kept = withoutCategory === null ? 0 : partsAt(ledger, at, withoutCategory);
    sum += Math.max(0, partsAt(ledger, at, selection.category) - kept);
  }
  return sum;
}

/** What may count in the next year, in parts: of the surplus over the norm, what may be carried. */
export function findCarriedOut(
  carryOver: CompiledCarryOver,
  ledger: Ledger,
  surplus: number,
  evaluation: Evaluation,
): number {
  const base = carriable(carryOver, ledger, evaluation) + (carryOver.untilUsed ? evaluation.carriedIn : 0);
  const parts = Math.min(surplus, base, carryOver.most(evaluation));
  evaluation.trace?.push({
    step: "carried-out",
    subject: null,
    clauses: carryOver.clauses,
    facts: { surplus: pointsDown(surplus), carriable: pointsDown(base) },
    gave: pointsDown(parts),
  });
  return parts;
}

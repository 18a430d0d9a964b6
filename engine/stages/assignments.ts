import type { Evaluation } from "../evaluation.ts";
import { pointsDown } from "../points.ts";
import type { RuleSet } from "../schema/rule-set.ts";
import { type Entry, inOrder, type Ledger } from "./ledger.ts";
import { compileOptionalPoints, type FindPoints } from "./points-or-amount.ts";

export interface CompiledAssignment {
  id: string;
  clauses: readonly string[];
  categories: readonly { category: string; until: FindPoints }[];
}

export const compileAssignments = ({ assignments = [], amounts }: RuleSet): CompiledAssignment[] =>
  assignments.map(({ id, clauses, categories }) => ({
    id,
    clauses,
    categories: categories.map(({ category, until }) => ({
      category,
      until: compileOptionalPoints(until, amounts, Number.POSITIVE_INFINITY),
    })),
  }));

/** The one category that the entry keeps: the first that has not reached its end yet, else the last it may have. */
function choose(
  { categories }: CompiledAssignment,
  sums: ReadonlyMap<string, number>,
  e: Evaluation,
  held: Set<string>,
) {
  const possible = categories.filter(({ category }) => held.has(category));
  return (possible.find(({ category, until }) => (sums.get(category) ?? 0) < until(e)) ?? possible.at(-1))?.category;
}

function assign(assignment: CompiledAssignment, ledger: readonly Entry[], evaluation: Evaluation): void {
  const sums = new Map<string, number>();
  for (const { activity, isCredited, categories } of ledger) {
    if (!isCredited || !categories) continue;
    const held = assignment.categories.filter(({ category }) => (categories.get(category) ?? 0) > 0);
    const kept = choose(assignment, sums, evaluation, new Set(held.map(({ category }) => category)));
    if (kept === undefined) continue;
    for (const { category } of held) if (category !== kept) categories.set(category, 0);
    sums.set(kept, (sums.get(kept) ?? 0) + (categories.get(kept) ?? 0));
    if (held.length < 2) continue;
    evaluation.trace?.push({
      step: "assignment",
      subject: assignment.id,
      clauses: assignment.clauses,
      facts: { activity: activity.id, points: pointsDown(categories.get(kept) ?? 0) },
      gave: kept,
    });
  }
}

/** Lets each activity serve only one of the categories that an assignment names, in the published order. */
export function applyAssignments(
  assignments: readonly CompiledAssignment[],
  ledger: Ledger,
  evaluation: Evaluation,
): void {
  if (assignments.length === 0) return;
  const ordered = inOrder(ledger);
  for (const assignment of assignments) assign(assignment, ordered, evaluation);
}

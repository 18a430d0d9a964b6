import type { Evaluation } from "../evaluation.ts";
import { pointsDown } from "../points.ts";
import type { Activity } from "../schema/case.ts";
import type { RuleSet } from "../schema/rule-set.ts";
import { isCredited, type Ledger, placesInOrder } from "./ledger.ts";
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

/** The one category that the activity keeps: the first that has not reached its end yet, else the last it may have. */
function choose(
  held: CompiledAssignment["categories"],
  sums: ReadonlyMap<string, number>,
  evaluation: Evaluation,
): string | undefined {
  const open = held.find(({ category, until }) => (sums.get(category) ?? 0) < until(evaluation));
  return (open ?? held.at(-1))?.category;
}

function assign(assignment: CompiledAssignment, places: readonly number[], ledger: Ledger, e: Evaluation): void {
  const sums = new Map<string, number>();
  for (const at of places) {
    const parts = ledger.categories.get(at);
    if (!parts || !isCredited(ledger, at)) continue;
    const held = assignment.categories.filter(({ category }) => (parts.get(category) ?? 0) > 0);
    const kept = choose(held, sums, e);
    if (kept === undefined) continue;
    for (const { category } of held) if (category !== kept) parts.set(category, 0);
    sums.set(kept, (sums.get(kept) ?? 0) + (parts.get(kept) ?? 0));
    if (held.length < 2) continue;
    e.trace?.push({
      step: "assignment",
      subject: assignment.id,
      clauses: assignment.clauses,
      facts: { activity: (ledger.activities[at] as Activity).id, points: pointsDown(parts.get(kept) ?? 0) },
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
  const places = placesInOrder(ledger);
  for (const assignment of assignments) assign(assignment, places, ledger, evaluation);
}

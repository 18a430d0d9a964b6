import type { Assignment } from "../schema/ledger.ts";
import { type Amounts, resolve } from "./amounts.ts";
import { type Entry, inOrder, partsIn } from "./entries.ts";

/** Leaves each activity at most one of the categories, in place: the first that still needs it, else the last. */
function assign(entries: readonly Entry[], { categories }: Assignment, amounts: Amounts): void {
  const kept = new Map<string, bigint>();
  for (const entry of inOrder(entries)) {
    const served = categories.filter(({ category }) => partsIn(entry, category) > 0n);
    const open = served.find(
      ({ category, until }) => until === undefined || (kept.get(category) ?? 0n) < resolve(until, amounts),
    );
    const chosen = (open ?? served.at(-1))?.category;
    for (const category of new Set(served.map(({ category: each }) => each))) {
      if (category === chosen) kept.set(category, (kept.get(category) ?? 0n) + partsIn(entry, category));
      else entry.components.set(category, 0n);
    }
  }
}

/** Applies every assignment, in the order of the rule set. */
export function applyAssignments(
  entries: readonly Entry[],
  assignments: readonly Assignment[],
  amounts: Amounts,
): void {
  for (const assignment of assignments) assign(entries, assignment, amounts);
}

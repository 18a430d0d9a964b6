import type { Evaluation } from "../evaluation.ts";
import { type CompiledCondition, compileCondition } from "../facts/conditions.ts";
import type { Fact } from "../facts/facts.ts";
import type { Activity } from "../schema/case.ts";
import type { Selection } from "../schema/rule-set.ts";
import { isCredited, type Ledger, partsAt } from "./ledger.ts";

/** Which activities are meant, and whether their whole credit or what of it counts in a category. */
export interface CompiledSelection {
  forms: ReadonlySet<string> | null;
  condition: CompiledCondition | null;
  category: string | null;
}

export const compileSelection = (
  { forms, when, category }: Selection,
  facts: ReadonlyMap<string, Fact>,
): CompiledSelection => ({
  forms: forms ? new Set(forms) : null,
  condition: when ? compileCondition(when, facts) : null,
  category: category ?? null,
});

/** Whether the activity at a place was credited and is one of those selected. */
export function selects({ forms, condition }: CompiledSelection, ledger: Ledger, at: number, e: Evaluation): boolean {
  const activity = ledger.activities[at] as Activity;
  if (!isCredited(ledger, at) || (forms && !forms.has(activity.form))) return false;
  if (!condition) return true;
  e.activity = activity;
  return condition.holds(e);
}

/** The places of the activities that are selected. */
export function* selected(selection: CompiledSelection, ledger: Ledger, evaluation: Evaluation): Generator<number> {
  for (const at of ledger.activities.keys()) if (selects(selection, ledger, at, evaluation)) yield at;
}

/** The sum, in parts, of what the selection takes of the ledger. */
export function sumOf(selection: CompiledSelection, ledger: Ledger, evaluation: Evaluation): number {
  let sum = 0;
  for (const at of selected(selection, ledger, evaluation)) sum += partsAt(ledger, at, selection.category);
  return sum;
}

/** How many of the selected activities gave anything. */
export function countOf(selection: CompiledSelection, ledger: Ledger, evaluation: Evaluation): number {
  let count = 0;
  for (const at of selected(selection, ledger, evaluation)) if (partsAt(ledger, at, selection.category) > 0) count++;
  return count;
}

import { type CompiledCondition, compileCondition } from "../conditions.ts";
import type { Evaluation } from "../evaluation.ts";
import type { Fact } from "../facts.ts";
import type { Activity } from "../schema/case.ts";
import type { Selection } from "../schema/rule-set.ts";
import type { Entry, Ledger } from "./ledger.ts";

/** Which entries of the ledger are meant, and whether their main credit or their part in a category. */
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

/** Whether the entry was credited and is one of those selected. */
export function selects({ forms, condition }: CompiledSelection, entry: Entry, evaluation: Evaluation): boolean {
  if (!entry.isCredited || (forms && !forms.has(entry.activity.form))) return false;
  if (!condition) return true;
  evaluation.activity = entry.activity as Activity;
  return condition.holds(evaluation);
}

/** What the selection takes of the entry, in parts: its credit, or its part in the category. */
export const partsOf = ({ category }: CompiledSelection, { parts, categories }: Entry): number =>
  category === null ? parts : (categories?.get(category) ?? 0);

/** The sum, in parts, of what the selection takes of the ledger. */
export function sumOf(selection: CompiledSelection, ledger: Ledger, evaluation: Evaluation): number {
  let sum = 0;
  for (const entry of ledger) if (selects(selection, entry, evaluation)) sum += partsOf(selection, entry);
  return sum;
}

/** How many of the selected activities gave anything. */
export function countOf(selection: CompiledSelection, ledger: Ledger, evaluation: Evaluation): number {
  let count = 0;
  for (const entry of ledger) if (selects(selection, entry, evaluation) && partsOf(selection, entry) > 0) count++;
  return count;
}

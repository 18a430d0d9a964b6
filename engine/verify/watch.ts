import type { ConditionPlace } from "../check/places.ts";
import type { Evaluation } from "../evaluation.ts";
import { type CompiledCondition, compileCondition } from "../facts/conditions.ts";
import type { Fact } from "../facts/facts.ts";
import type { Condition } from "../schema/condition.ts";
import type { Probe, Seen } from "./probe.ts";

/** A condition, or a branch of it, and the first case in which it held and in which it did not. */
export interface Watched {
  pointer: string;
  condition: CompiledCondition;
  isBranch: boolean;
  held: Probe | null;
  failed: Probe | null;
}

/** The condition and every branch of an `any` in it that stands under no `not`. */
function nodesOf(condition: Condition, pointer: string, isBranch = false): [string, Condition, boolean][] {
  const own: [string, Condition, boolean] = [pointer, condition, isBranch];
  if ("all" in condition) {
    const inner = condition.all.flatMap((branch, at) => nodesOf(branch, `${pointer}/all/${at}`).slice(1));
    return [own, ...inner];
  }
  if ("any" in condition) {
    const inner = condition.any.flatMap((branch, at) => nodesOf(branch, `${pointer}/any/${at}`, true));
    return [own, ...inner];
  }
  return [own];
}

export const watch = ({ condition, pointer }: ConditionPlace, facts: ReadonlyMap<string, Fact>): Watched[] =>
  nodesOf(condition, pointer).map(([place, node, isBranch]) => ({
    pointer: place,
    condition: compileCondition(node, facts),
    isBranch,
    held: null,
    failed: null,
  }));

/** Notes whether what is watched holds in what was found. */
export function note(watched: readonly Watched[], evaluation: Evaluation, probe: Probe): void {
  for (const node of watched) {
    if (node.held && node.failed) continue;
    if (node.condition.holds(evaluation)) node.held ??= probe;
    else node.failed ??= probe;
  }
}

/** The same for each absence of the case, where the condition is tried for any one of them. */
export function noteEachAbsence(watched: readonly Watched[], { evaluation, ...probe }: Seen): void {
  for (const absence of evaluation?.case.absences ?? []) {
    if (!evaluation || absence.from > probe.asOf) continue;
    evaluation.absence = absence;
    note(watched, evaluation, probe);
  }
}

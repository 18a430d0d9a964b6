import type { Evaluation } from "../evaluation.ts";
import { type CompiledCondition, compileCondition, factsRead } from "../facts/conditions.ts";
import type { Fact } from "../facts/facts.ts";
import type { Requirement } from "../schema/rule-set.ts";

export interface CompiledRequirement {
  id: string;
  clauses: readonly string[];
  condition: CompiledCondition;
}

export const compileRequirements = (
  requirements: readonly Requirement[],
  facts: ReadonlyMap<string, Fact>,
): CompiledRequirement[] =>
  requirements.map(({ id, clauses, when }) => ({ id, clauses, condition: compileCondition(when, facts) }));

/** Whether every requirement holds. */
export function meetsRequirements(requirements: readonly CompiledRequirement[], evaluation: Evaluation): boolean {
  let met = true;
  for (const { id, clauses, condition } of requirements) {
    const gave = condition.holds(evaluation);
    met &&= gave;
    evaluation.trace?.push({
      step: "requirement",
      subject: id,
      clauses,
      facts: factsRead(condition, evaluation),
      gave,
    });
  }
  return met;
}

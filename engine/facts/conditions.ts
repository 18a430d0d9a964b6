import type { Evaluation } from "../evaluation.ts";
import type { Comparison, Condition } from "../schema/condition.ts";
import { type FactValue, held, shown } from "./fact-types.ts";
import type { Fact } from "./facts.ts";
import { OPERATORS, type Operator } from "./operators.ts";

type Facts = ReadonlyMap<string, Fact>;
type Holds = (evaluation: Evaluation) => boolean;

/** A condition as a closure, with the facts it reads. */
export interface CompiledCondition {
  holds: Holds;
  facts: readonly Fact[];
}

/** The comparisons of a condition, from left to right. */
export function comparisonsOf(condition: Condition): Comparison[] {
  if ("all" in condition) return condition.all.flatMap(comparisonsOf);
  if ("any" in condition) return condition.any.flatMap(comparisonsOf);
  if ("not" in condition) return comparisonsOf(condition.not);
  return [condition];
}

/** The names of the facts that a comparison reads: one, or two where it compares facts with each other. */
export function factNamesOf({ fact, value }: Comparison): string[] {
  return typeof value === "object" && !Array.isArray(value) ? [fact, value.fact] : [fact];
}

function compileComparison({ fact: name, operator, value }: Comparison, facts: Facts): Holds {
  const fact = facts.get(name) as Fact;
  const { holds } = OPERATORS[operator] as Operator;
  const { read } = fact;
  if (Array.isArray(value)) {
    const list = value.map((constant) => held(fact.type, constant)) as FactValue & FactValue[];
    return (evaluation) => holds(read(evaluation), list);
  }
  if (typeof value === "object") {
    const other = (facts.get(value.fact) as Fact).read;
    return (evaluation) => holds(read(evaluation), other(evaluation) as FactValue & FactValue[]);
  }
  const constant = held(fact.type, value) as FactValue & FactValue[];
  return (evaluation) => holds(read(evaluation), constant);
}

function compileHolds(condition: Condition, facts: Facts): Holds {
  if ("all" in condition) {
    const branches = condition.all.map((branch) => compileHolds(branch, facts));
    return (evaluation) => branches.every((holds) => holds(evaluation));
  }
  if ("any" in condition) {
    const branches = condition.any.map((branch) => compileHolds(branch, facts));
    return (evaluation) => branches.some((holds) => holds(evaluation));
  }
  if ("not" in condition) {
    const holds = compileHolds(condition.not, facts);
    return (evaluation) => !holds(evaluation);
  }
  return compileComparison(condition, facts);
}

/** Compiles a condition that was checked against these facts. */
export function compileCondition(condition: Condition, facts: Facts): CompiledCondition {
  const names = new Set(comparisonsOf(condition).flatMap(factNamesOf));
  return { holds: compileHolds(condition, facts), facts: [...names].map((name) => facts.get(name) as Fact) };
}

/** What the condition reads, by the name of the fact, as people and JSON write it. */
export function factsRead({ facts }: CompiledCondition, evaluation: Evaluation): Record<string, FactValue> {
  return Object.fromEntries(facts.map((fact) => [fact.name, shown(fact.type, fact.read(evaluation))]));
}

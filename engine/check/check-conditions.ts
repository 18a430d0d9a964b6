import { type FactType, fits } from "../facts/fact-types.ts";
import { type Fact, factsOf } from "../facts/facts.ts";
import { OPERATORS, operatorsFor } from "../facts/operators.ts";
import { type Problem, problem } from "../reading/problem.ts";
import type { Comparison, Condition, Constant } from "../schema/condition.ts";
import type { RuleSet } from "../schema/rule-set.ts";
import { conditionPlaces, factPlaces, readable } from "./places.ts";

const listed = (names: Iterable<string>): string => [...names].join(", ");

class ConditionChecker {
  readonly problems: Problem[] = [];
  private readonly all: ReadonlyMap<string, Fact>;
  private readonly known: ReadonlyMap<string, Fact>;

  constructor(all: ReadonlyMap<string, Fact>, known: ReadonlyMap<string, Fact>) {
    this.all = all;
    this.known = known;
  }

  check(condition: Condition, pointer: string): void {
    if ("all" in condition) this.checkEach(condition.all, `${pointer}/all`);
    else if ("any" in condition) this.checkEach(condition.any, `${pointer}/any`);
    else if ("not" in condition) this.check(condition.not, `${pointer}/not`);
    else this.checkComparison(condition, pointer);
  }

  private checkEach(branches: readonly Condition[], pointer: string): void {
    for (const [at, branch] of branches.entries()) this.check(branch, `${pointer}/${at}`);
  }

  private find(name: string, pointer: string): Fact | undefined {
    const fact = this.known.get(name);
    if (!fact) {
      const code = this.all.has(name) ? "fact-not-known-here" : "unknown-fact";
      this.problems.push(problem(code, pointer, { fact: name, known: listed(this.known.keys()) }));
    }
    return fact;
  }

  private checkComparison({ fact: name, operator: operatorName, value }: Comparison, pointer: string): void {
    const fact = this.find(name, `${pointer}/fact`);
    const other =
      typeof value === "object" && !Array.isArray(value) ? this.find(value.fact, `${pointer}/value/fact`) : null;
    if (!fact) return;
    const operator = Object.hasOwn(OPERATORS, operatorName) ? OPERATORS[operatorName] : undefined;
    if (!operator?.types.includes(fact.type)) {
      const code = operator ? "operator-does-not-fit" : "unknown-operator";
      const known = listed(operatorsFor(fact.type));
      this.problems.push(problem(code, `${pointer}/operator`, { operator: operatorName, fact: name, known }));
    } else if (other === undefined || !this.valueFits(fact.type, operator.list, value, other)) {
      if (other === undefined) return;
      const expected = operator.list ? `list-of-${fact.type}` : fact.type;
      this.problems.push(problem("value-does-not-fit", `${pointer}/value`, { fact: name, expected }));
    }
  }

  private valueFits(type: FactType, wantsList: boolean, value: Comparison["value"], other: Fact | null): boolean {
    if (other) return !wantsList && other.type === type;
    if (Array.isArray(value)) return wantsList && value.length > 0 && value.every((item) => fits(type, item));
    return !wantsList && fits(type, value as Constant);
  }
}

/** What is wrong with the conditions of a rule set: facts, operators and values that do not exist or do not fit. */
export function checkConditions(ruleSet: RuleSet): Problem[] {
  const facts = factsOf(ruleSet);
  return conditionPlaces(ruleSet).flatMap((place) => {
    const checker = new ConditionChecker(facts, readable(facts, place));
    checker.check(place.condition, place.pointer);
    return checker.problems;
  });
}

/** What is wrong with the facts that a rule set reads outside of conditions. */
export function checkFacts(ruleSet: RuleSet): Problem[] {
  const facts = factsOf(ruleSet);
  return factPlaces(ruleSet).flatMap((place) => {
    const known = readable(facts, place);
    const fitting = [...known.values()]
      .filter(({ type, scope }) => place.types.includes(type) && (!place.own || scope === place.scope))
      .map(({ name }) => name);
    if (fitting.includes(place.fact)) return [];
    const code = !facts.has(place.fact)
      ? "unknown-fact"
      : known.has(place.fact)
        ? "fact-does-not-fit"
        : "fact-not-known-here";
    return [problem(code, place.pointer, { fact: place.fact, known: listed(fitting) })];
  });
}

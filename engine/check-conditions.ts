import { type FactType, fits } from "./fact-types.ts";
import { type Fact, factsOf, STAGES, type Stage } from "./facts.ts";
import { OPERATORS, operatorsFor } from "./operators.ts";
import { type Problem, problem } from "./problem.ts";
import type { Comparison, Condition, Constant } from "./schema/condition.ts";
import type { RuleSet } from "./schema/rule-set.ts";

/** A place where a condition stands: which facts may be read there. */
interface Place {
  pointer: string;
  condition: Condition;
  stage: Stage;
  scope: "case" | "absence" | "activity";
  /** An amount's conditions may read only the amounts before it. */
  before?: string;
}

/** Every condition of a rule set, with what may be read in it. */
function placesOf(ruleSet: RuleSet): Place[] {
  const exemptions = ruleSet.exemptions.map(({ when, forAny }, at): Place => {
    return { pointer: `/exemptions/${at}/when`, condition: when, stage: "exemptions", scope: forAny ?? "case" };
  });
  const amounts = ruleSet.amounts.flatMap(({ id, choose = [] }, at) =>
    choose.map(({ when }, place): Place => {
      const pointer = `/amounts/${at}/choose/${place}/when`;
      return { pointer, condition: when, stage: "amounts", scope: "case", before: `amount.${id}` };
    }),
  );
  const forms = ruleSet.forms.flatMap(({ when }, at): Place[] =>
    when ? [{ pointer: `/forms/${at}/when`, condition: when, stage: "activities", scope: "activity" }] : [],
  );
  const requirements = ruleSet.requirements.map(({ when }, at): Place => {
    return { pointer: `/requirements/${at}/when`, condition: when, stage: "requirements", scope: "case" };
  });
  return [...exemptions, ...amounts, ...forms, ...requirements];
}

/** The facts that may be read in a place: known by its stage, and of the case or of what is being looked at. */
function readable(facts: ReadonlyMap<string, Fact>, { stage, scope, before }: Place): ReadonlyMap<string, Fact> {
  const latest = STAGES.indexOf(stage);
  const names = [...facts.keys()];
  const end = before === undefined ? names.length : names.indexOf(before);
  const known = [...facts].filter(
    ([name, fact]) =>
      STAGES.indexOf(fact.stage) <= latest &&
      (fact.scope === "case" || fact.scope === scope) &&
      (fact.stage !== "amounts" || before === undefined || names.indexOf(name) < end),
  );
  return new Map(known);
}

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
  return placesOf(ruleSet).flatMap((place) => {
    const checker = new ConditionChecker(facts, readable(facts, place));
    checker.check(place.condition, place.pointer);
    return checker.problems;
  });
}

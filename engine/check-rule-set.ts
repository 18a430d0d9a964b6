import { compile } from "./compile.ts";
import { compareWithExpectation } from "./expectation.ts";
import { parseCase } from "./parse-case.ts";
import { parseRuleSet } from "./parse-rule-set.ts";
import { CaseError, type Problem, pointerStep, problem, RuleSetError } from "./problem.ts";
import type { Decision } from "./schema/decision.ts";
import type { Example, RuleSet } from "./schema/rule-set.ts";

/** What the checker found: an error keeps the rule set from being used, a warning does not. */
export interface RuleSetFinding extends Problem {
  severity: "error" | "warning";
}

export interface CheckOptions {
  /** The ids of the clauses of the text that the rule set encodes; without them clauses are not checked. */
  clauses?: Iterable<string>;
}

/** Every place where the rule set cites clauses. Cases of examples cite none. */
function* citations(value: unknown, pointer: string): Generator<[clause: string, pointer: string]> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, held] of Object.entries(value)) {
    const here = pointer + pointerStep(key);
    if (key === "clauses") for (const [at, clause] of (held as string[]).entries()) yield [clause, `${here}/${at}`];
    else if (key !== "case" && key !== "expect") yield* citations(held, here);
  }
}

function unknownClauses(ruleSet: RuleSet, clauses: Iterable<string>): Problem[] {
  const known = new Set(clauses);
  return [...citations(ruleSet, "")]
    .filter(([clause]) => !known.has(clause))
    .map(([clause, pointer]) => problem("unknown-clause", pointer, { clause }));
}

const written = (value: unknown): string => JSON.stringify(value) ?? "–";

function failures(example: Example, at: number, decide: (example: Example) => Decision): Problem[] {
  const here = `/examples/${at}`;
  try {
    return compareWithExpectation(decide(example), example.expect).map(({ pointer, expected, actual }) =>
      problem("example-fails", `${here}/expect${pointer}`, {
        example: example.id,
        at: pointer,
        expected: written(expected),
        actual: written(actual),
      }),
    );
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    return error.problems.map(({ pointer, message }) =>
      problem("example-refused", `${here}/case${pointer}`, { example: example.id, at: pointer, reason: message }),
    );
  }
}

function failingExamples(ruleSet: RuleSet): Problem[] {
  const rules = compile(ruleSet);
  return ruleSet.examples.flatMap((example, at) =>
    failures(example, at, ({ case: given, asOf }) => rules.decide(parseCase(given), { asOf, trace: false })),
  );
}

/**
 * Checks a rule set: that it is well formed, that what it names exists, and that its examples hold.
 * @param json the JSON text, or a value that was parsed already.
 * @returns every finding with its JSON Pointer, errors first; none where all is well.
 */
export function checkRuleSet(json: unknown, { clauses }: CheckOptions = {}): RuleSetFinding[] {
  let ruleSet: RuleSet;
  try {
    ruleSet = parseRuleSet(json);
  } catch (error) {
    if (!(error instanceof RuleSetError)) throw error;
    return error.problems.map((found) => ({ ...found, severity: "error" }));
  }
  const errors = [...(clauses ? unknownClauses(ruleSet, clauses) : []), ...failingExamples(ruleSet)];
  const warnings = ruleSet.examples.length === 0 ? [problem("no-example", "/examples")] : [];
  return [
    ...errors.map((found): RuleSetFinding => ({ ...found, severity: "error" })),
    ...warnings.map((found): RuleSetFinding => ({ ...found, severity: "warning" })),
  ];
}

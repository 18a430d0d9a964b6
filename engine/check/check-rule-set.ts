import { compile } from "../compile.ts";
import { parseCase } from "../reading/parse-case.ts";
import { parseRuleSet } from "../reading/parse-rule-set.ts";
import { CaseError, type Problem, pointerStep, problem, RuleSetError } from "../reading/problem.ts";
import type { Decision } from "../schema/decision.ts";
import type { Example, RuleSet } from "../schema/rule-set.ts";
import type { Probe } from "../verify/probe.ts";
import { enumeratedAs, type Verification, verifyRuleSet } from "../verify/verify-rule-set.ts";
import { compareWithExpectation } from "./expectation.ts";

/** What the checker found: an error keeps the rule set from being used, a warning does not. */
export interface RuleSetFinding extends Problem {
  severity: "error" | "warning";
  /** A case that shows it, and the day as of which it is decided: for `qagida evaluate`. */
  counterExample?: Probe;
}

/** What the checker found, and how many made-up cases it decided; null where the rule set could not be decided by. */
export interface Examination {
  findings: RuleSetFinding[];
  /** What is no fault but may surprise, each with a case. */
  notes: RuleSetFinding[];
  enumerated: Problem | null;
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

const ofSeverity = (severity: RuleSetFinding["severity"], problems: readonly Problem[]): RuleSetFinding[] =>
  problems.map((found) => ({ ...found, severity }));

/** The same findings in a fixed order: errors first. */
const errorsFirst = (findings: readonly RuleSetFinding[]): RuleSetFinding[] => [
  ...findings.filter(({ severity }) => severity === "error"),
  ...findings.filter(({ severity }) => severity === "warning"),
];

/**
 * Checks a rule set as `checkRuleSet` does, and tells how many made-up cases it decided.
 * @param json the JSON text, or a value that was parsed already.
 */
export function examineRuleSet(json: unknown, { clauses }: CheckOptions = {}): Examination {
  let ruleSet: RuleSet;
  try {
    ruleSet = parseRuleSet(json);
  } catch (error) {
    if (!(error instanceof RuleSetError)) throw error;
    return { findings: ofSeverity("error", error.problems), notes: [], enumerated: null };
  }
  const verification: Verification = verifyRuleSet(ruleSet);
  const findings = [
    ...ofSeverity("error", [...(clauses ? unknownClauses(ruleSet, clauses) : []), ...failingExamples(ruleSet)]),
    ...ofSeverity("warning", ruleSet.examples.length === 0 ? [problem("no-example", "/examples")] : []),
    ...verification.findings,
  ];
  return { findings: errorsFirst(findings), notes: verification.notes, enumerated: enumeratedAs(verification) };
}

/**
 * Checks a rule set: that it is well formed, that what it names exists, that its examples hold, and that it can work:
 * what the rule set asks for can be done, and each of its parts can come to bear.
 * @param json the JSON text, or a value that was parsed already.
 * @returns every finding with its JSON Pointer, errors first; none where all is well.
 */
export const checkRuleSet = (json: unknown, options: CheckOptions = {}): RuleSetFinding[] =>
  examineRuleSet(json, options).findings;

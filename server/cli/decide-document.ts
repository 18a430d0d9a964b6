import { type Case, CaseError, type Decision, type Language, type Problem, type RuleSet } from "../../engine/index.ts";
import { readJson } from "../../engine/reading/json.ts";
import { acceptCase } from "../../engine/reading/parse-case.ts";
import { problem } from "../../engine/reading/problem.ts";
import { serverProblem } from "../problem.ts";
import type { RulesFor } from "./rules-for.ts";

/** How to decide: by which rules, as of which day unless the document says, and whether with the trace. */
export interface DecideSettings {
  rulesFor: RulesFor;
  asOf: string;
  trace: boolean;
  lang: Language;
}

/** A document that was decided, with its case and its rule set, so that it can be confirmed. */
export interface Decided {
  ruleSet: RuleSet;
  case: Case;
  decision: Decision;
}

type Fields = Record<string, unknown>;

const isWrapped = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && Object.hasOwn(value, "case");

const WRAPPER_FIELDS = new Set(["case", "asOf"]);

function checkWrapper(wrapper: Fields): void {
  const unknown = Object.keys(wrapper).filter((field) => !WRAPPER_FIELDS.has(field));
  const problems = unknown.map((field) => problem("unknown-field", `/${field}`, { field }));
  if (wrapper.asOf !== undefined && typeof wrapper.asOf !== "string") {
    problems.push(problem("wrong-type", "/asOf", { expected: "string" }));
  }
  if (problems.length > 0) throw new CaseError(problems);
}

/** Runs a step whose problems point into the case, and lets them point into the document that holds it. */
function within<T>(prefix: string, step: () => T): T {
  if (prefix === "") return step();
  try {
    return step();
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    const move = (found: Problem): Problem =>
      found.pointer === "/asOf" ? found : { ...found, pointer: prefix + found.pointer };
    throw new CaseError(error.problems.map(move));
  }
}

/**
 * Decides a JSON document: a case, or `{"case": …, "asOf": …}`, whose `asOf` wins.
 * @throws {CaseError} with every problem found; its pointers lead into the document.
 */
export function decideDocument(text: string, { rulesFor, asOf, trace }: DecideSettings): Decided {
  const reading = readJson(text);
  if (reading.problems) throw new CaseError(reading.problems);
  const { value, nodes } = reading;
  const wrapped = isWrapped(value);
  if (wrapped) checkWrapper(value);
  const prefix = wrapped ? "/case" : "";
  const day = wrapped && value.asOf !== undefined ? (value.asOf as string) : asOf;
  return within(prefix, () => {
    const theCase = acceptCase(wrapped ? value.case : value, nodes);
    const rules = rulesFor(theCase.reportingYear);
    if (!rules) throw new CaseError([serverProblem("no-rule-set", "/reportingYear", { year: theCase.reportingYear })]);
    return { ruleSet: rules.ruleSet, case: theCase, decision: rules.decide(theCase, { asOf: day, trace }) };
  });
}

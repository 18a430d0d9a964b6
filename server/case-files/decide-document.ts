import { type Static, Type } from "@sinclair/typebox";
import { type Case, CaseError, type CompiledRuleSet, type Decision, type RuleSet } from "../../engine/index.ts";
import { readJson } from "../../engine/reading/json.ts";
import { acceptCase } from "../../engine/reading/parse-case.ts";
import { createValidator } from "../../engine/reading/schema-validator.ts";
import { closed, Day } from "../../engine/schema/words.ts";
import { serverProblem } from "../problem.ts";
import { withinCase } from "../within-case.ts";

/** Finds the rule set for a reporting year; null where none is in force. */
export type RulesFor = (reportingYear: number) => CompiledRuleSet | null;

/** How to decide: by which rules, as of which day unless the document says, and whether with the trace. */
export interface DecideSettings {
  rulesFor: RulesFor;
  asOf: string;
  trace: boolean;
}

/** A document that was decided, with its case and its rule set, so that it can be confirmed. */
export interface Decided {
  ruleSet: RuleSet;
  case: Case;
  decision: Decision;
}

/** What may hold a case, with the day as of which it is decided. */
const Wrapper = Type.Object({ case: Type.Unknown(), asOf: Type.Optional(Day) }, closed);
type Wrapper = Static<typeof Wrapper>;

const validateWrapper = createValidator(Wrapper);

const isWrapped = (value: unknown): value is Wrapper =>
  typeof value === "object" && value !== null && Object.hasOwn(value, "case");

/**
 * Decides a JSON document: a case, or `{"case": …, "asOf": …}`, whose `asOf` wins.
 * @throws {CaseError} with every problem found; its pointers lead into the document.
 */
export function decideDocument(text: string, { rulesFor, asOf, trace }: DecideSettings): Decided {
  const reading = readJson(text);
  if (reading.problems) throw new CaseError(reading.problems);
  const { value, nodes } = reading;
  const wrapped = isWrapped(value);
  const problems = wrapped ? validateWrapper(value, nodes) : [];
  if (problems.length > 0) throw new CaseError(problems);
  const given = wrapped ? value : { case: value };
  return withinCase(wrapped ? "/case" : "", () => {
    const theCase = acceptCase(given.case, nodes);
    const rules = rulesFor(theCase.reportingYear);
    if (!rules) throw new CaseError([serverProblem("no-rule-set", "/reportingYear", { year: theCase.reportingYear })]);
    return {
      ruleSet: rules.ruleSet,
      case: theCase,
      decision: rules.decide(theCase, { asOf: given.asOf ?? asOf, trace }),
    };
  });
}

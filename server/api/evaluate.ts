import { type Static, Type } from "@sinclair/typebox";
import { CaseError, type Decision } from "../../engine/index.ts";
import { readJson } from "../../engine/reading/json.ts";
import { acceptCase } from "../../engine/reading/parse-case.ts";
import { createValidator } from "../../engine/reading/schema-validator.ts";
import { closed, Day, Year } from "../../engine/schema/words.ts";
import { serverProblem } from "../problem.ts";
import type { RuleBook } from "../published-rules.ts";
import { withinCase } from "../within-case.ts";
import { ApiRefusal } from "./problem-document.ts";

/** What `POST /api/v1/evaluate` takes. The case itself is read by the engine. */
export const EvaluateRequest = Type.Object(
  {
    case: Type.Unknown(),
    asOf: Type.Optional(Day),
    rules: Type.Optional(Year),
    trace: Type.Optional(Type.Boolean()),
  },
  closed,
);

const validate = createValidator(EvaluateRequest);

function decideRequest(text: string, rules: RuleBook, today: string): Decision {
  const reading = readJson(text);
  if (reading.problems) throw new CaseError(reading.problems);
  const problems = validate(reading.value, reading.nodes);
  if (problems.length > 0) throw new CaseError(problems);
  const request = reading.value as Static<typeof EvaluateRequest>;
  return withinCase("/case", () => {
    const theCase = acceptCase(request.case, reading.nodes);
    const year = request.rules ?? theCase.reportingYear;
    const inForce = rules.inForce(year);
    if (!inForce) {
      const pointer = request.rules === undefined ? "/case/reportingYear" : "/rules";
      const found = serverProblem("no-rule-set", pointer, { year });
      throw new ApiRefusal(404, found.message, [found]);
    }
    return inForce.decide(theCase, { asOf: request.asOf ?? today, trace: request.trace ?? true });
  });
}

/**
 * Decides the case of a request, by the rules of the year it names or those in force for the reporting year.
 * @throws {ApiRefusal} 400 with every problem found, or 404 where no rule set is in force.
 */
export function evaluate(text: string, rules: RuleBook, today: string): Decision {
  try {
    return decideRequest(text, rules, today);
  } catch (error) {
    throw error instanceof CaseError ? new ApiRefusal(400, "The case is refused.", error.problems) : error;
  }
}

import { type Case, CaseError, type Decision } from "../../engine/index.ts";
import { serverProblem } from "../problem.ts";
import type { PublishedRules, RuleBook } from "../published-rules.ts";

/** A decision, and the rules that it was made under. */
export interface DecidedCase {
  case: Case;
  decision: Decision;
  rules: PublishedRules;
}

/**
 * Decides a case under the rules in force for its reporting year, with the trace.
 * @throws {CaseError} where there are none, or they do not know what the case names.
 */
export function decideCase(book: RuleBook, theCase: Case, asOf: string): DecidedCase {
  const rules = book.inForce(theCase.reportingYear);
  if (!rules) throw new CaseError([serverProblem("no-rule-set", "/reportingYear", { year: theCase.reportingYear })]);
  return { case: theCase, decision: rules.decide(theCase, { asOf, trace: true }), rules };
}

import { compareWithExpectation, type Mismatch } from "../check/expectation.ts";
import { hashOf } from "../hash.ts";
import type { Case } from "../schema/case.ts";
import type { Decision } from "../schema/decision.ts";
import type { RuleSet } from "../schema/rule-set.ts";
import { answered } from "./judge.ts";
import { prepare } from "./matter.ts";
import { decideAgain } from "./second-decision.ts";

/** The two evaluators disagree, or the decision was not made under this rule set: it must not be recorded. */
export class IntegrityError extends Error {
  override readonly name = "IntegrityError";
  /** Where they disagree: `expected` is what the second opinion found, `actual` what was decided. */
  readonly mismatches: readonly Mismatch[];

  constructor(mismatches: readonly Mismatch[]) {
    const places = mismatches.map(
      ({ pointer, expected, actual }) =>
        `${pointer}: decided ${JSON.stringify(actual)}, the second opinion found ${JSON.stringify(expected)}`,
    );
    super(`The second opinion does not confirm the decision. ${places.join("; ")}`);
    this.mismatches = mismatches;
  }
}

/** A second evaluator, made ready for one rule set. */
export interface SecondOpinion {
  /**
   * Confirms a decision on a case.
   * @throws {IntegrityError} where it finds another one, or the decision names another rule set.
   */
  confirm(theCase: Case, decision: Decision): Promise<void>;
}

/**
 * Makes the second evaluator ready: json-rules-engine tries the conditions of the rule set and of the contract, over
 * facts that it finds with its own calendar and sums.
 */
export function secondOpinion(ruleSet: RuleSet): SecondOpinion {
  const { regime, effectiveYear, revision } = ruleSet;
  const prepared = prepare(ruleSet);
  const identity = { regime, effectiveYear, revision, sha256: hashOf(ruleSet) };
  return {
    async confirm(theCase, decision) {
      const second = await answered(decideAgain(prepared, theCase, decision.asOf));
      const expected = { ...second, ruleSet: identity, reportingYear: theCase.reportingYear };
      const mismatches = compareWithExpectation(decision, expected);
      if (mismatches.length > 0) throw new IntegrityError(mismatches);
    },
  };
}

/**
 * Confirms a single decision by a second evaluator.
 * @throws {IntegrityError} where it disagrees, or the decision names another rule set.
 */
export const confirm = (ruleSet: RuleSet, theCase: Case, decision: Decision): Promise<void> =>
  secondOpinion(ruleSet).confirm(theCase, decision);

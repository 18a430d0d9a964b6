import { compareWithExpectation, type Mismatch } from "../check/expectation.ts";
import { hashOf } from "../hash.ts";
import type { Case } from "../schema/case.ts";
import type { Decision } from "../schema/decision.ts";
import type { RuleSet } from "../schema/rule-set.ts";
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

/**
 * Confirms a decision by a second evaluator: json-rules-engine tries the conditions of the rule set and of the
 * contract, over facts that it finds with its own calendar and sums.
 * @throws {IntegrityError} where it disagrees, or the decision names another rule set.
 */
export async function confirm(ruleSet: RuleSet, theCase: Case, decision: Decision): Promise<void> {
  const { regime, effectiveYear, revision } = ruleSet;
  const second = await decideAgain(ruleSet, theCase, decision.asOf);
  const mismatches = compareWithExpectation(decision, {
    ...second,
    ruleSet: { regime, effectiveYear, revision, sha256: hashOf(ruleSet) },
    reportingYear: theCase.reportingYear,
  });
  if (mismatches.length > 0) throw new IntegrityError(mismatches);
}

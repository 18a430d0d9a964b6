import { CaseError, confirm, IntegrityError } from "../../engine/index.ts";
import type { Decided } from "../case-files/decide-document.ts";
import { serverProblem } from "../problem.ts";

const written = (value: unknown): string => JSON.stringify(value) ?? "–";

/**
 * Has the second evaluator confirm a decision.
 * @throws {CaseError} with every place in the decision where it disagrees.
 */
export async function confirmDecided({ ruleSet, case: theCase, decision }: Decided): Promise<void> {
  try {
    await confirm(ruleSet, theCase, decision);
  } catch (error) {
    if (!(error instanceof IntegrityError)) throw error;
    const problems = error.mismatches.map(({ pointer, expected, actual }) =>
      serverProblem("not-confirmed", "", { at: pointer, expected: written(expected), actual: written(actual) }),
    );
    throw new CaseError(problems);
  }
}

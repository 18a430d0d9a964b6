import { type Case, CaseError, type Problem, parseCase } from "../../../engine/index.ts";
import type { PublishedRules } from "../../published-rules.ts";
import { confirmDecided, type DecidedReport } from "../../report-check/decide-report.ts";

/** A case that is to be decided under a draft, and as of which day. */
export interface CaseToTry {
  case: Case;
  asOf: string;
}

/** What a draft makes of a case: the decision, or why the case is refused. */
export type Tried = { decided: DecidedReport; problems: null } | { decided: null; problems: readonly Problem[] };

function decide(rules: PublishedRules, { case: given, asOf }: CaseToTry): Tried {
  try {
    const theCase = parseCase(given);
    return { decided: { case: theCase, decision: rules.decide(theCase, { asOf }), rules }, problems: null };
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    return { decided: null, problems: error.problems };
  }
}

/**
 * Decides a case under a draft, and has the decision confirmed.
 * @throws {IntegrityError} where the second evaluator disagrees.
 */
export async function tryCase(rules: PublishedRules, toTry: CaseToTry): Promise<Tried> {
  const tried = decide(rules, toTry);
  if (tried.decided) await confirmDecided(tried.decided);
  return tried;
}

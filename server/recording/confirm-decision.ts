import { type Case, type Decision, type RuleSet, type SecondOpinion, secondOpinion } from "../../engine/index.ts";

const ready = new WeakMap<RuleSet, SecondOpinion>();

/** The second evaluator for a rule set, made ready when it is first asked. */
function opinionOn(ruleSet: RuleSet): SecondOpinion {
  const found = ready.get(ruleSet) ?? secondOpinion(ruleSet);
  ready.set(ruleSet, found);
  return found;
}

/**
 * Has the second evaluator confirm a decision.
 * @throws {IntegrityError} where it disagrees: then the decision must not be recorded.
 */
export const confirmDecision = (ruleSet: RuleSet, theCase: Case, decision: Decision): Promise<void> =>
  opinionOn(ruleSet).confirm(theCase, decision);

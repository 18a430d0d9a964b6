import { type Problem, problem } from "../reading/problem.ts";
import type { RuleSet } from "../schema/rule-set.ts";
import { tryActivities } from "./activity-watch.ts";
import { CaseWatch } from "./case-watch.ts";
import { checkAmounts } from "./check-amounts.ts";
import { deadConditions, deadForms } from "./check-conditions.ts";
import { checkDays } from "./check-days.ts";
import { checkExemptions } from "./check-exemptions.ts";
import { checkGroups } from "./check-groups.ts";
import { checkLadder } from "./check-ladder.ts";
import { checkMore } from "./check-more.ts";
import { checkRequirements } from "./check-requirements.ts";
import { factsReadBy } from "./consultant-dimensions.ts";
import type { Verdict } from "./finding.ts";
import { spaceOf } from "./space.ts";

/** What the verification found, and how many cases it decided for it. */
export interface Verification {
  findings: Verdict[];
  /** What follows from the order in which limits take activities, and may surprise; no fault of the rule set. */
  notes: Verdict[];
  enumerated: { cases: number; facts: number };
}

/** The years for which cases can be made that lie wholly in the calendar. */
const FIRST_YEAR = 1950;
const LAST_YEAR = 2900;

/** That so many cases were decided, as a sentence to be told. */
export const enumeratedAs = ({ enumerated }: Verification): Problem => problem("enumerated", "", enumerated);

/**
 * Decides by the engine itself the cases that the rule set gives reason to: every value that it names, with its
 * neighbours, in every combination on which a condition depends. What no such case shows is told, and what one shows to
 * be wrong is told with the case. Where the combinations are too many to be tried all, nothing is said to be impossible.
 */
export function verifyRuleSet(ruleSet: RuleSet): Verification {
  const { effectiveYear } = ruleSet;
  if (effectiveYear < FIRST_YEAR || effectiveYear > LAST_YEAR) {
    return { findings: [], notes: [], enumerated: { cases: 0, facts: 0 } };
  }
  const space = spaceOf(ruleSet);
  const activities = tryActivities(space);
  const watch = new CaseWatch(space, activities.candidates);
  watch.run();
  const exemptions = checkExemptions(watch);
  const isIdle = exemptions.some(({ severity }) => severity === "error");
  const requirements = isIdle ? [] : checkRequirements(watch);
  const cannotWork = isIdle || requirements.some(({ severity }) => severity === "error");
  const more = cannotWork ? { findings: [], notes: [] } : checkMore(watch, activities.candidates);
  const findings = [
    ...exemptions,
    ...requirements,
    ...(cannotWork ? [] : checkGroups(watch)),
    ...deadForms(ruleSet, activities),
    ...deadConditions(watch.places, activities),
    ...checkAmounts(space),
    ...(isIdle ? [] : checkLadder(watch)),
    ...checkDays(space),
    ...more.findings,
  ];
  return {
    findings,
    notes: more.notes,
    enumerated: { cases: space.prober.decisions, facts: factsReadBy(ruleSet).size },
  };
}

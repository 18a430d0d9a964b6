import type { RuleSet } from "../schema/rule-set.ts";
import { type Boundaries, boundariesOf } from "./boundaries.ts";
import { consultantDimensions } from "./consultant-dimensions.ts";
import type { Dimension } from "./dimension.ts";
import { type Draft, firstDraft } from "./draft.ts";
import { Prober } from "./probe.ts";
import { recordDimensions } from "./record-dimensions.ts";

/** The cases that the verification draws from: in what they differ, and who decides them. */
export interface Space {
  prober: Prober;
  boundaries: Boundaries;
  dimensions: readonly Dimension[];
  start(): Draft;
}

/** The space of a rule set; another prober decides the same cases by changed rules. */
export function spaceOf(ruleSet: RuleSet, prober = new Prober(ruleSet)): Space {
  const boundaries = boundariesOf(ruleSet, prober.facts);
  return {
    prober,
    boundaries,
    dimensions: [...consultantDimensions(prober.rules, boundaries), ...recordDimensions(ruleSet, boundaries)],
    start: () => firstDraft(prober.rules, ruleSet.effectiveYear),
  };
}

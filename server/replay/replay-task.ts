import type { RuleSet } from "../../engine/index.ts";
import type { Replayed } from "./replay-case.ts";
import type { Tally } from "./tally.ts";

/**
 * What a replaying thread is started with: the sets that were decided under, and the one to try. They were parsed before,
 * so that a thread starts without what parsing needs.
 */
export interface ReplayTask {
  sets: readonly (readonly [sha256: string, ruleSet: RuleSet])[];
  other: RuleSet;
}

/** The cases of a chamber's year, each as the JSON text of its record. */
export type CasesToReplay = readonly string[];

/** What came of them: their tally, and each case that comes to another outcome, or is refused. */
export interface ReplayedCases {
  tally: Tally;
  changed: Replayed[];
}

import type { KnownSet } from "./compiled-sets.ts";
import type { Replayed } from "./replay-case.ts";
import type { Tally } from "./tally.ts";
import type { Trial } from "./trial.ts";

/**
 * What a replay needs to know: the sets that were decided under, and what is tried. All were parsed before, so that a
 * thread starts without what parsing needs.
 */
export interface ReplayTask {
  kind: "replay";
  sets: readonly KnownSet[];
  trial: Trial;
}

/** Some cases of a chamber's year: their records, each a line of JSON. The bytes go over to the thread. */
export interface CasesToReplay {
  /** The chamber and the reporting year. */
  place: string;
  lines: Uint8Array;
  /** Whether they are the last of their chamber's year. */
  completes: boolean;
}

/** What came of them: their tally, and each case that comes to another outcome, or is refused. */
export interface ReplayedCases {
  tally: Tally;
  changed: Replayed[];
  completes: boolean;
}

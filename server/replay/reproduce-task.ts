import type { KnownSet } from "./compiled-sets.ts";
import type { ReplayScope } from "./replay-recorded.ts";

/** Recorded decisions are made once more. */
export interface ReproduceTask {
  kind: "reproduce";
  scope: ReplayScope;
}

/** Events of the log as they were written, and the rule sets that became known with them. */
export interface EventsToReproduce {
  lines: readonly string[];
  sets: readonly KnownSet[];
}

/** Why a recorded decision is not what the engine decides now from the same case and rule set. */
export type DifferenceCode = "differs" | "refused" | "no-rule-set" | "rule-set-changed" | "damaged" | "unreadable";

/** A recorded decision that is not reproduced. */
export interface Unlike {
  code: DifferenceCode;
  /** The id of the decision: `chamber/year/consultant/number`; of an event that cannot be read, `#` and its place. */
  decision: string;
  /** Where it differs first: a JSON Pointer into the decision, and what stands there. */
  place: string;
  recorded: string;
  now: string;
}

/** What came of the decisions: how many there were by chamber and year, and each one that is not reproduced. */
export interface Reproduced {
  decisions: number;
  /** Decisions by `chamber/year`. */
  places: Record<string, number>;
  unlike: Unlike[];
}

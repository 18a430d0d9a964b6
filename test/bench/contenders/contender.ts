import type { Outcome } from "../../../engine/index.ts";
import type { DatedCase } from "../generate/case.ts";

/** The least that everyone who is compared has to answer. */
export interface Answer {
  outcome: Outcome;
  /** Points, exactly. */
  total: number;
}

/** One of those that are compared: the same rules and the same cases, decided its own way. */
export interface Contender {
  id: string;
  name: string;
  /** Whether it is so slow that it decides only a few thousand of the cases. */
  slow: boolean;
  /** Answers all the cases, in their order; what it answers is kept only where `keep` is given. */
  decideAll(cases: readonly DatedCase[], keep?: Answer[]): void | Promise<void>;
}

/** Goes through the cases one after the other with a synchronous function. */
export const oneByOne =
  (decide: (dated: DatedCase) => Answer): Contender["decideAll"] =>
  (cases, keep) => {
    for (const dated of cases) {
      const answer = decide(dated);
      keep?.push(answer);
    }
  };

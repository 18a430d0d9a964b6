import { parseRuleSet } from "../../engine/index.ts";
import { type AdoptedSet, inOrder } from "../adoption/adopted-sets.ts";
import type { Trial } from "./trial.ts";

/** Adopted sets, each from the year on from which it was in force. */
const trialOfSets = (sets: readonly AdoptedSet[], asOf: string | null): Trial => ({
  sets: inOrder(sets).map(({ effectiveYear, text }) => [effectiveYear, parseRuleSet(text)]),
  asOf,
});

/**
 * What was known on a day: the sets that had been adopted, the recognitions that had been decided and the sanctions that
 * had been imposed.
 * @param day `YYYY-MM-DD`.
 */
export const knownOn = (sets: readonly AdoptedSet[], day: string): Trial =>
  trialOfSets(
    sets.filter(({ adoptedOn }) => adoptedOn === null || adoptedOn <= day),
    day,
  );

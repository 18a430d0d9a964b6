import type { Draft } from "../store/records.ts";
import { type AdoptedSet, amendmentOn, correctionOf, type Place } from "./adopted-sets.ts";
import { demand } from "./adoption-refused.ts";

/**
 * The adopted set that a draft is to follow, and the year and revision that it gets, if it is adopted on that day.
 * @throws {AdoptionRefused} where another set has been adopted since the draft was made: it must be rebased first.
 */
export function baseOfDraft(
  { basedOn, correction }: Draft,
  sets: readonly AdoptedSet[],
  day: string,
): { base: AdoptedSet | null; place: Place } {
  const own = sets.find(({ ruleSet }) => ruleSet === basedOn) ?? null;
  const found = correction !== null && own ? correctionOf(sets, own) : amendmentOn(day, sets);
  demand(found.base?.ruleSet === own?.ruleSet, correction === null ? "old-base" : "not-the-last-revision");
  return found;
}

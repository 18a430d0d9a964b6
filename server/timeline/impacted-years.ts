import type { Language } from "../../engine/index.ts";
import { type AdoptedSet, inOrder } from "../adoption/adopted-sets.ts";
import { messages } from "../language/messages.ts";

/** The reporting years that a set holds for: up to the one before the next set takes effect. */
export function sayImpactedYears(
  language: Language,
  { effectiveYear }: AdoptedSet,
  sets: readonly AdoptedSet[],
): string {
  const say = messages(language);
  const next = inOrder(sets).find((set) => set.effectiveYear > effectiveYear);
  const from = String(effectiveYear);
  if (!next) return say("timeline.years-from", { from });
  const to = String(next.effectiveYear - 1);
  return from === to ? say("timeline.year", { year: from }) : say("timeline.years", { from, to });
}

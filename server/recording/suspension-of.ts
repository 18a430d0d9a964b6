import { addMonths } from "../../engine/calendar.ts";
import type { Absence, RuleSet } from "../../engine/index.ts";

/** Says of an absence that a chamber imposed it: such a one never exempts (clauses 7.4 and 9.1). */
const GROUND = "sanction";

/**
 * The absence that a sanction brings with it, from the day on which it is imposed to the last day of its term; null
 * where it suspends nobody. A sanction suspends where the rule set knows it as a kind of absence too.
 */
export function suspensionOf({ sanctions, absences }: RuleSet, sanction: string, imposedOn: string): Absence | null {
  const step = sanctions.find(({ id }) => id === sanction);
  if (!step || !absences.some(({ id }) => id === sanction)) return null;
  return { kind: sanction, ground: GROUND, from: imposedOn, to: addMonths(imposedOn, step.term.months) };
}

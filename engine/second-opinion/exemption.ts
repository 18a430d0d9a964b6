import { absenceFacts } from "./absence-facts.ts";
import { type Asking, type JudgedFacts, judge } from "./judge.ts";
import { knownAbsences, type Matter } from "./matter.ts";

/** The first exemption of the rule set that holds, of the consultant or for any absence; null where none does. */
export function* exemptionOf(matter: Matter, known: JudgedFacts): Asking<string | null> {
  const { ruleSet, period, conditions } = matter;
  const held = new Set(yield* judge(conditions.exemptionsOfCase, known));
  for (const absence of knownAbsences(matter)) {
    const ofAbsence = absenceFacts(absence, period);
    for (const id of yield* judge(conditions.exemptionsOfAbsence, ofAbsence, known)) held.add(id);
  }
  return ruleSet.exemptions.find(({ id }) => held.has(id))?.id ?? null;
}

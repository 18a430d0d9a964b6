import { absenceFacts } from "./absence-facts.ts";
import { firstHeld, type Judged, type JudgedFacts, judge } from "./judge.ts";
import { knownAbsences, type Matter } from "./matter.ts";
import { translate } from "./translate.ts";

/** The first exemption of the rule set that holds, of the consultant or for any absence; null where none does. */
export async function exemptionOf(matter: Matter, known: JudgedFacts): Promise<string | null> {
  const { ruleSet, period } = matter;
  const judged = ruleSet.exemptions.map(({ id, forAny, when }) => ({
    ofAbsence: forAny !== undefined,
    condition: { name: id, conditions: { all: [translate(when, ruleSet)] } } as Judged,
  }));
  const conditions = (ofAbsence: boolean): Judged[] =>
    judged.filter((exemption) => exemption.ofAbsence === ofAbsence).map(({ condition }) => condition);
  const held = await judge(conditions(false), known);
  for (const absence of knownAbsences(matter)) {
    for (const id of await judge(conditions(true), { ...known, ...absenceFacts(absence, period) })) held.add(id);
  }
  return firstHeld(
    judged.map(({ condition }) => condition),
    held,
  );
}

import type { Activity } from "../schema/case.ts";
import { dayAsNumber, daysFromTo, monthOf } from "./days.ts";
import { partsOf } from "./exact.ts";
import type { JudgedFact, JudgedFacts } from "./judge.ts";
import { asCompared, attributeOf, kindOf } from "./kinds.ts";
import type { Matter } from "./matter.ts";

/** Whether the activity was recognised by a decision that was taken by then. */
export const isRecognised = ({ recognition }: Activity, { asOf }: Matter): boolean =>
  recognition !== undefined && recognition.decidedOn <= asOf;

/** The facts of one activity. */
export function activityFacts(activity: Activity, matter: Matter): JudgedFacts {
  const { form, organizer, from, to, units, evidence, attributes } = activity;
  const { ruleSet } = matter;
  const facts: Record<string, JudgedFact> = {
    "activity.form": form,
    "activity.organizer": organizer,
    "activity.endedOn": dayAsNumber(to),
    "activity.endedMonth": monthOf(to),
    "activity.days": daysFromTo(from, to),
    "activity.units": partsOf(units ?? 1),
    "activity.documents": evidence.length,
    "activity.recognised": isRecognised(activity, matter),
  };
  for (const attribute of ruleSet.attributes?.activity ?? []) {
    const fact = `activity.${attribute.id}`;
    facts[fact] = asCompared(kindOf(fact, ruleSet), attributeOf(attributes, attribute));
  }
  return facts;
}

import type { Activity } from "../schema/case.ts";
import { dayAsNumber, daysFromTo, monthOf } from "./days.ts";
import { partsOf } from "./exact.ts";
import type { JudgedFacts } from "./judge.ts";
import { asCompared, kindOf } from "./kinds.ts";
import type { Matter } from "./matter.ts";

/** Whether the activity was recognised by a decision that was taken by then. */
export const isRecognised = ({ recognition }: Activity, { asOf }: Matter): boolean =>
  recognition !== undefined && recognition.decidedOn <= asOf;

/** The facts of one activity. */
export function activityFacts(activity: Activity, matter: Matter): JudgedFacts {
  const { form, organizer, from, to, units, evidence, attributes } = activity;
  const { ruleSet } = matter;
  const declared = (ruleSet.attributes?.activity ?? []).map(({ id, default: otherwise }) => {
    const fact = `activity.${id}`;
    return [fact, asCompared(kindOf(fact, ruleSet), attributes?.[id] ?? otherwise)];
  });
  return {
    "activity.form": form,
    "activity.organizer": organizer,
    "activity.endedOn": dayAsNumber(to),
    "activity.endedMonth": monthOf(to),
    "activity.days": daysFromTo(from, to),
    "activity.units": partsOf(units ?? 1),
    "activity.documents": evidence.length,
    "activity.recognised": isRecognised(activity, matter),
    ...Object.fromEntries(declared),
  };
}

import type { Reason, TraceStep } from "../../../engine/schema/decision.ts";
import { formatDay } from "../../language/days.ts";
import { activityName } from "./activity-name.ts";
import type { DecisionContext } from "./decision-context.ts";

interface ActivityFacts {
  form: string;
  endedOn: string;
  weight: number | null;
  units: number;
  documents: number;
  recognised?: number;
  recognisedOn?: string;
}

interface Credit {
  credited: number;
  reason: Reason | null;
}

/** What an activity was credited before any limit, and why. */
export function activitySentence(context: DecisionContext, { subject, facts, gave }: TraceStep): string {
  const { language, say, formName } = context;
  const { form, endedOn, weight, units, recognised, recognisedOn } = facts as unknown as ActivityFacts;
  const { credited, reason } = gave as Credit;
  const name = activityName(context, String(subject));
  const params = { name, form: formName(form), day: formatDay(language, endedOn) };
  if (reason) return `${say("step.activity.refused", params)} ${say(`step.reason.${reason}`)}`;
  if (recognised !== undefined && recognisedOn !== undefined) {
    return say("step.activity.recognised", {
      ...params,
      points: credited,
      decidedOn: formatDay(language, recognisedOn),
    });
  }
  if (units === 1) return say("step.activity.credited", { ...params, points: credited });
  return say("step.activity.units", { ...params, points: credited, weight: weight ?? 0, units });
}

import type { Reason, TraceStep } from "../../../engine/schema/decision.ts";
import { formatDay } from "../../language/days.ts";
import type { DecisionContext } from "./decision-context.ts";

/** A title that has quotation marks of its own gets no second pair. */
const QUOTED = /[«»“”„"]/;

/** How an activity is named in a sentence: by its title, or by its number. */
function activityName({ case: theCase, say }: DecisionContext, id: string): string {
  const at = theCase.activities.findIndex((activity) => activity.id === id);
  const title = theCase.activities[at]?.title;
  if (!title) return say("row.activities", { number: at + 1 });
  return QUOTED.test(title) ? title : say("activity.quoted", { title });
}

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

/** What a limit left of an activity's points. */
export function limitSentence(context: DecisionContext, { subject, facts, gave }: TraceStep): string {
  const { say, rules, language } = context;
  const { activity, earned, most } = facts as { activity: string; earned: number; most: number };
  const limit = rules.ruleSet.limits?.find(({ id }) => id === subject);
  const params = {
    name: activityName(context, activity),
    limit: limit?.name[language] ?? String(subject),
    earned,
    most,
  };
  return say("step.limit", { ...params, points: gave as number });
}

/** A sum over what was credited. */
export function measureSentence(
  { say, rules, language }: DecisionContext,
  { subject, facts, gave }: TraceStep,
): string {
  const measure = rules.ruleSet.measures.find(({ id }) => id === subject);
  const terms = Object.values(facts) as number[];
  const name = measure?.name[language] ?? String(subject);
  return say("step.measure", { name, points: gave as number, count: terms.length });
}

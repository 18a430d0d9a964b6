import type { TraceStep } from "../../../engine/schema/decision.ts";
import { activityName } from "./activity-name.ts";
import type { DecisionContext } from "./decision-context.ts";

type Points = { activity: string; earned: number; most: number; category?: string };

const categoryName = ({ rules, language }: DecisionContext, id: string): string =>
  rules.ruleSet.categories?.find((category) => category.id === id)?.name[language] ?? id;

/** What a limit left of an activity's points, or of its points in a category. */
export function limitSentence(context: DecisionContext, { subject, facts, gave }: TraceStep): string {
  const { say, rules, language } = context;
  const { activity, earned, most, category } = facts as unknown as Points;
  const limit = rules.ruleSet.limits?.find(({ id }) => id === subject);
  const params = {
    name: activityName(context, activity),
    limit: limit?.name[language] ?? String(subject),
    earned,
    most,
    points: gave as number,
  };
  if (category === undefined) return say("step.limit", params);
  return say("step.limit.category", { ...params, category: categoryName(context, category) });
}

/** In which one of several categories an activity counts. */
export function assignmentSentence(context: DecisionContext, { facts, gave }: TraceStep): string {
  const { activity, points } = facts as { activity: string; points: number };
  const name = activityName(context, activity);
  return context.say("step.assignment", { name, category: categoryName(context, String(gave)), points });
}

/** A sum over what was credited, or a count. */
export function measureSentence(
  { say, rules, language }: DecisionContext,
  { subject, facts, gave }: TraceStep,
): string {
  const measure = rules.ruleSet.measures.find(({ id }) => id === subject);
  const name = measure?.name[language] ?? String(subject);
  if (measure?.count) return say("step.measure.count", { name, count: gave as number });
  return say("step.measure", { name, points: gave as number, count: Object.keys(facts).length });
}

export const carriedInSentence = ({ say }: DecisionContext, { facts, gave }: TraceStep): string =>
  say("step.carried-in", { year: String(facts.reportingYear), points: gave as number });

export const carriedOutSentence = ({ say }: DecisionContext, { facts, gave }: TraceStep): string =>
  say("step.carried-out", { surplus: facts.surplus as number, points: gave as number });

import type { Activity, Case } from "../schema/case.ts";
import type { Reason } from "../schema/decision.ts";
import type { Limit, RuleSet } from "../schema/rule-set.ts";
import { type NumberedWindow, reasonsFor } from "./contract-conditions.ts";
import { dayAsNumber } from "./days.ts";
import { activityFacts, translate } from "./facts.ts";
import { type JudgedFacts, judgeFirst } from "./judge.ts";

/** What an activity gives, in hundredths, and why not more. */
export interface Credit {
  id: string;
  form: string;
  hundredths: bigint;
  reason: Reason | null;
}

const hundredthsOf = (points: number): bigint => BigInt(Math.round(points * 100));

function pointsOf(activity: Activity, weight: number, recognised: boolean): bigint {
  if (recognised) return hundredthsOf(activity.recognition?.points ?? 0);
  return (hundredthsOf(weight) * hundredthsOf(activity.units ?? 1) + 50n) / 100n;
}

async function credit(
  activity: Activity,
  ruleSet: RuleSet,
  { reportingYear }: Case,
  asOf: string,
  known: JudgedFacts,
  year: NumberedWindow,
  makeUp: readonly NumberedWindow[],
): Promise<Credit> {
  const form = ruleSet.forms.find(({ id }) => id === activity.form);
  const recognised =
    activity.recognition !== undefined && dayAsNumber(activity.recognition.decidedOn) <= dayAsNumber(asOf);
  const endedOn = dayAsNumber(activity.to);
  const reasons = reasonsFor(year, makeUp, form?.when ? translate(form.when, ruleSet) : null);
  const reason = await judgeFirst(reasons, {
    ...known,
    ...activityFacts(activity),
    endedOn,
    daysAfterAsOf: endedOn - dayAsNumber(asOf),
    marked: activity.makeUpFor !== undefined,
    yearsFromMark: (activity.makeUpFor ?? reportingYear) - reportingYear,
    listed: form !== undefined,
    recognised,
    evidenceRequired: ruleSet.evidence.required,
    documents: activity.evidence.length,
  });
  const hundredths = reason === null ? pointsOf(activity, form?.weight ?? 0, recognised) : 0n;
  return { id: activity.id, form: activity.form, hundredths, reason };
}

/** Cuts the credits, in place, to what every limit leaves, in the published order. */
function cut(credits: readonly Credit[], activities: readonly Activity[], limits: readonly Limit[]): void {
  const used = new Map(limits.map(({ id }) => [id, 0n]));
  const order = activities.map(({ to, id }, at) => ({ key: [dayAsNumber(to), id] as const, at }));
  order.sort(({ key: [dayA, idA] }, { key: [dayB, idB] }) => dayA - dayB || (idA < idB ? -1 : 1));
  for (const { at } of order) {
    const entry = credits[at] as Credit;
    if (entry.reason !== null) continue;
    const over = limits.filter(({ forms }) => forms.includes(entry.form));
    let left = entry.hundredths;
    for (const { id, most } of over) {
      const room = hundredthsOf(most) - (used.get(id) ?? 0n);
      if (room < left) left = room;
    }
    if (left < entry.hundredths) {
      entry.hundredths = left;
      entry.reason = "over-limit";
    }
    for (const { id } of over) used.set(id, (used.get(id) ?? 0n) + entry.hundredths);
  }
}

/** Credits every activity of the case by conditions that json-rules-engine tries. */
export async function creditAll(
  ruleSet: RuleSet,
  theCase: Case,
  asOf: string,
  known: JudgedFacts,
  year: NumberedWindow,
  makeUp: readonly NumberedWindow[],
): Promise<Credit[]> {
  const credits: Credit[] = [];
  for (const activity of theCase.activities) {
    credits.push(await credit(activity, ruleSet, theCase, asOf, known, year, makeUp));
  }
  cut(credits, theCase.activities, ruleSet.limits ?? []);
  return credits;
}

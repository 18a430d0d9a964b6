import type { Evaluation } from "../evaluation.ts";
import { fromHundredths, toHundredths } from "../points.ts";
import type { Activity } from "../schema/case.ts";
import type { CreditedActivity } from "../schema/decision.ts";
import type { Limit } from "../schema/rule-set.ts";

export interface CompiledLimit {
  id: string;
  clauses: readonly string[];
  forms: ReadonlySet<string>;
  /** Hundredths. */
  most: number;
}

export const compileLimits = (limits: readonly Limit[]): CompiledLimit[] =>
  limits.map(({ id, clauses, forms, most }) => ({ id, clauses, forms: new Set(forms), most: toHundredths(most) }));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The places of the activities in the published order: by the day they ended, then by id. */
function inOrder(activities: readonly Activity[]): number[] {
  const places = activities.map((_, at) => at);
  return places.sort((a, b) => {
    const [one, other] = [activities[a] as Activity, activities[b] as Activity];
    return compare(one.to, other.to) || compare(one.id, other.id);
  });
}

/** Cuts what the activities were credited with to what is left under each limit, in the published order. */
export function applyLimits(
  limits: readonly CompiledLimit[],
  credits: readonly CreditedActivity[],
  evaluation: Evaluation,
): void {
  if (limits.length === 0) return;
  const left = limits.map(({ most }) => most);
  for (const place of inOrder(evaluation.case.activities)) {
    const credit = credits[place] as CreditedActivity;
    if (credit.reason !== null) continue;
    const earned = toHundredths(credit.credited);
    let granted = earned;
    let cutBy: CompiledLimit | null = null;
    for (const [at, limit] of limits.entries()) {
      if (limit.forms.has(credit.form) && (left[at] as number) < granted) {
        granted = left[at] as number;
        cutBy = limit;
      }
    }
    for (const [at, limit] of limits.entries()) {
      if (limit.forms.has(credit.form)) left[at] = (left[at] as number) - granted;
    }
    if (!cutBy) continue;
    credit.credited = fromHundredths(granted);
    credit.reason = "over-limit";
    credit.clauses = cutBy.clauses;
    evaluation.trace?.push({
      step: "limit",
      subject: cutBy.id,
      clauses: cutBy.clauses,
      facts: { activity: credit.id, earned: fromHundredths(earned), most: fromHundredths(cutBy.most) },
      gave: credit.credited,
    });
  }
}

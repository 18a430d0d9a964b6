import type { Activity } from "../schema/case.ts";
import type { CreditedActivity } from "../schema/decision.ts";

/** The parts of an activity's credit that count in each category. */
export type CategoryParts = Map<string, number>;

/** The activities of a case with their credits, each at its place in the case. */
export interface Ledger {
  activities: readonly Activity[];
  /** What the decision says of each activity; kept up to date as credits are cut. */
  credits: CreditedActivity[];
  /** The credit of each activity, in parts. */
  parts: number[];
  /** The categories of those that have any. */
  categories: Map<number, CategoryParts>;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The places of the activities in the published order: by the day they ended, then by their ids. */
export function placesInOrder({ activities }: Ledger): number[] {
  const places = activities.map((_, at) => at);
  return places.sort((a, b) => {
    const [one, other] = [activities[a] as Activity, activities[b] as Activity];
    return compare(one.to, other.to) || compare(one.id, other.id);
  });
}

/** Whether the activity counts at all; a limit may still leave nothing of it. */
export function isCredited({ credits }: Ledger, at: number): boolean {
  const { reason } = credits[at] as CreditedActivity;
  return reason === null || reason === "over-limit";
}

/** The credit of an activity, in parts, or what of it counts in a category. */
export const partsAt = ({ parts, categories }: Ledger, at: number, category: string | null): number =>
  category === null ? (parts[at] as number) : (categories.get(at)?.get(category) ?? 0);

/** Cuts the credit of an activity, or what of it counts in a category; no category has more than the whole. */
export function cut(ledger: Ledger, at: number, category: string | null, left: number): void {
  const categories = ledger.categories.get(at);
  if (category !== null) {
    categories?.set(category, left);
    return;
  }
  ledger.parts[at] = left;
  for (const [each, held] of categories ?? []) if (held > left) categories?.set(each, left);
}

/** The sum of all credits, in parts. */
export function sumOfAll({ parts }: Ledger): number {
  let sum = 0;
  for (let at = 0; at < parts.length; at++) sum += parts[at] as number;
  return sum;
}

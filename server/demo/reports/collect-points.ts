import type { Random } from "../random.ts";
import type { Person } from "../story/person.ts";
import { type DrawnActivity, drawActivity, type Span } from "./draw-activity.ts";
import type { FormHabit } from "./forms.ts";

/** The points of each form of the list. */
export type Weights = ReadonlyMap<string, number>;

/** What is to be collected: at least so many points, by these forms, and at most so many. */
export interface Collection {
  habits: readonly FormHabit[];
  atLeast: number;
  atMost: number;
  span: Span;
}

const MOST_TRIES = 60;

/** Draws activities one after another until they give enough points; no two are alike. */
export function collectPoints(
  random: Random,
  { habits, atLeast, atMost, span }: Collection,
  weights: Weights,
  person: Person,
): DrawnActivity[] {
  const drawn: DrawnActivity[] = [];
  let points = 0;
  for (let tries = 0; points < atLeast && tries < MOST_TRIES; tries++) {
    const habit = random.byShare(habits);
    const weight = weights.get(habit.form) ?? 0;
    if (points + weight > atMost) continue;
    const activity = drawActivity(random, habit, weight, span, person);
    if (drawn.some(({ title }) => title === activity.title)) continue;
    drawn.push(activity);
    points += weight;
  }
  return drawn;
}

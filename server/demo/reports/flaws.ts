import { daysAfter } from "../calendar/days.ts";
import type { Random } from "../random.ts";
import type { DrawnActivity } from "./draw-activity.ts";

/** Something in a report on which an officer would remark, though the norm is reached. */
export type Flaw = "claims-too-much" | "adds-up-wrong" | "without-evidence" | "twice" | "of-last-year" | "unlisted";

const FLAWS: readonly { flaw: Flaw; share: number }[] = [
  { flaw: "claims-too-much", share: 30 },
  { flaw: "adds-up-wrong", share: 20 },
  { flaw: "without-evidence", share: 20 },
  { flaw: "of-last-year", share: 12 },
  { flaw: "twice", share: 8 },
  { flaw: "unlisted", share: 10 },
];

export const flawOf = (random: Random): Flaw => random.byShare(FLAWS).flaw;

const changed = (
  activities: readonly DrawnActivity[],
  at: number,
  change: (activity: DrawnActivity) => Partial<DrawnActivity>,
): DrawnActivity[] =>
  activities.map((activity, place) => (place === at ? { ...activity, ...change(activity) } : activity));

/** One activity claims a point more than its form gives. */
export const claimTooMuch = (activities: readonly DrawnActivity[]): DrawnActivity[] =>
  changed(activities, 0, ({ claimedPoints = 0 }) => ({ claimedPoints: claimedPoints + 1 }));

/** The activity in that place has no document. */
export const withoutEvidence = (activities: readonly DrawnActivity[], at: number): DrawnActivity[] =>
  changed(activities, at, () => ({ evidence: [] }));

const DAYS_IN_YEAR = 365;

/** The activity in that place has a day of the year before. */
export const yearEarlier = (activities: readonly DrawnActivity[], at: number): DrawnActivity[] =>
  changed(activities, at, ({ from, to }) => ({
    from: daysAfter(from, -DAYS_IN_YEAR),
    to: daysAfter(to, -DAYS_IN_YEAR),
  }));

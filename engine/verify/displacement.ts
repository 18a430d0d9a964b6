import { addDays, daysBetween } from "../calendar.ts";
import type { Activity } from "../schema/case.ts";
import type { Candidate } from "./candidates.ts";
import { type Draft, finished } from "./draft.ts";
import type { Probe, Prober, Seen } from "./probe.ts";
import { daysBefore, repeated } from "./profiles.ts";

/** What may not get worse when something is added: the bounded measures, then whether each requirement holds. */
export type Gauge = (seen: Seen) => number[];

/** A case that an added activity makes worse, which of the gauges falls, and from what to what. */
export interface Worse {
  before: Probe;
  after: Probe;
  added: string;
  gauge: number;
  from: number;
  to: number;
}

const LATE = 250;

/** The same activities on later days, so that what is added stands before them. */
function later(activities: readonly Activity[], days: number, tag: string): Activity[] {
  return activities.map((activity) => {
    const to = addDays(activity.to, days);
    return { ...activity, id: tag + activity.id, to, from: daysBefore(to, daysBetween(activity.from, activity.to)) };
  });
}

/** So many of the candidate, behind what is added where its day may be moved. */
export const standing = (candidate: Candidate, copies: number, draft: Draft, tag: string): Activity[] => {
  const activities = repeated(candidate, copies, draft, 0);
  return candidate.moves
    ? later(activities, LATE, tag)
    : activities.map((activity) => ({ ...activity, id: tag + activity.id }));
};

const seeWith = (prober: Prober, draft: Draft, activities: readonly Activity[]): Seen =>
  prober.see(finished({ ...draft, activities }, prober.rules));

/** The first gauge that one more of the added activities lowers. */
function firstFall(prober: Prober, draft: Draft, there: readonly Activity[], added: readonly Activity[], gauge: Gauge) {
  let before = seeWith(prober, draft, there);
  let values = gauge(before);
  for (const [at, activity] of added.entries()) {
    const after = seeWith(prober, draft, [...there, ...added.slice(0, at + 1)]);
    const now = gauge(after);
    const fell = now.findIndex((value, place) => value < (values[place] as number));
    if (fell >= 0) {
      const [from, to] = [values[fell] as number, now[fell] as number];
      return { before, after, added: activity.id, gauge: fell, from, to } satisfies Worse;
    }
    before = after;
    values = now;
  }
  return null;
}

/** Leaves out of a case that gets worse whatever it does not need for that. */
function shrunk(worse: Worse, prober: Prober, draft: Draft, gauge: Gauge): Worse {
  let best = worse;
  const last = worse.after.case.activities.find(({ id }) => id === worse.added) as Activity;
  let there = worse.before.case.activities;
  for (const { id } of worse.before.case.activities) {
    const fewer = there.filter((activity) => activity.id !== id);
    const found = firstFall(prober, draft, fewer, [last], gauge);
    if (!found || found.gauge !== worse.gauge) continue;
    best = found;
    there = fewer;
  }
  return best;
}

/** Whether adding the block to what is there lowers a gauge: the smallest such case, or null. */
export function worsened(
  prober: Prober,
  draft: Draft,
  there: readonly Activity[],
  block: readonly Activity[],
  gauge: Gauge,
): Worse | null {
  const before = gauge(seeWith(prober, draft, there));
  const after = gauge(seeWith(prober, draft, [...there, ...block]));
  if (after.every((value, at) => value >= (before[at] as number))) return null;
  const found = firstFall(prober, draft, there, block, gauge);
  return found && shrunk(found, prober, draft, gauge);
}

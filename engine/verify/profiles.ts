import { addDays, addMonths, daysBetween, previousDay } from "../calendar.ts";
import { comparisonsOf } from "../facts/conditions.ts";
import type { Activity } from "../schema/case.ts";
import type { RuleSet } from "../schema/rule-set.ts";
import { pointsOf } from "./boundaries.ts";
import type { Candidate } from "./candidates.ts";
import type { Draft } from "./draft.ts";

const MOST_COPIES = 40;
const MOST_ACTIVITIES = 160;

/** The largest number of points that the rule set asks for anywhere. */
export function mostAsked({ amounts, requirements, limits = [] }: RuleSet): number {
  const compared = requirements
    .flatMap(({ when }) => comparisonsOf(when))
    .flatMap(({ value }) => (typeof value === "number" ? [value] : []));
  const most = limits.flatMap(({ most: points }) => (typeof points === "number" ? [points] : []));
  return Math.max(1, ...amounts.flatMap(pointsOf), ...compared, ...most.filter((points) => points <= 100));
}

const DAYS_OF_EVERY_MONTH = 28;

/** A day of the twelve months from the first, each of the 28 days that every month has in its turn. */
function dayInYear(first: string, place: number): string {
  const month = addMonths(first, Math.min(11, Math.floor(place / DAYS_OF_EVERY_MONTH)));
  return addDays(month, place % DAYS_OF_EVERY_MONTH);
}

/** The day so many days before. */
export function daysBefore(day: string, days: number): string {
  let earlier = day;
  for (let left = days; left > 0; left--) earlier = previousDay(earlier);
  return earlier;
}

/** So many activities like the candidate, `from` days after the first day, one a day. */
export function repeated(
  { activity, moves }: Candidate,
  copies: number,
  { days: { period } }: Draft,
  from: number,
): Activity[] {
  const lasts = daysBetween(activity.from, activity.to);
  return Array.from({ length: copies }, (_, at) => {
    const id = `a${String(from + at).padStart(4, "0")}`;
    if (!moves) return { ...activity, id };
    const to = dayInYear(period.from, from + at);
    return { ...activity, id, from: lasts === 0 ? to : daysBefore(to, lasts), to };
  });
}

/** Enough of each candidate to reach whatever is asked for, those of `order` first. */
export function plenty(order: readonly Candidate[], asked: number, draft: Draft): Activity[] {
  const each = Math.max(1, Math.floor(MOST_ACTIVITIES / Math.max(1, order.length)));
  const activities: Activity[] = [];
  for (const candidate of order) {
    const copies = Math.min(each, MOST_COPIES, Math.ceil(asked / candidate.credited));
    activities.push(...repeated(candidate, copies, draft, activities.length));
  }
  return activities;
}

/** Ways to do a lot: everything, those first that count in most ways; each kind first; each kind alone. */
export function* profiles(candidates: readonly Candidate[], asked: number, draft: Draft): Generator<Activity[]> {
  const ways = ({ signature }: Candidate): number => signature.split("+").length;
  const richest = [...candidates].sort((a, b) => ways(b) - ways(a) || b.credited - a.credited);
  yield plenty(richest, asked, draft);
  yield [];
  for (const first of richest) yield plenty([first, ...richest.filter((other) => other !== first)], asked, draft);
  for (const only of richest) yield plenty([only], asked, draft);
  for (const only of richest) yield repeated(only, 1, draft, 0);
}

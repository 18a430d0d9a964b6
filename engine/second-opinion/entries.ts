import type { Activity } from "../schema/case.ts";
import type { Reason } from "../schema/decision.ts";
import { smaller } from "./exact.ts";

/** What one activity gives, in parts, in all and in each category; and why not more. */
export interface Entry {
  activity: Activity;
  days: number;
  reason: Reason | null;
  parts: bigint;
  components: Map<string, bigint>;
  /** The places of the conditions, of its form and of the ledger, that hold for the activity. */
  held: ReadonlySet<string>;
}

/** What the activity gives in a category, or in all where none is named. */
export const partsIn = ({ parts, components }: Entry, category: string | undefined): bigint =>
  category === undefined ? parts : (components.get(category) ?? 0n);

/** Cuts what the activity gives in a category; or in all, and with it what is more in any category. */
export function cutTo(entry: Entry, category: string | undefined, left: bigint): void {
  if (left >= partsIn(entry, category)) return;
  if (category !== undefined) {
    entry.components.set(category, left);
    return;
  }
  entry.parts = left;
  entry.reason = "over-limit";
  for (const [each, parts] of entry.components) entry.components.set(each, smaller(parts, left));
}

/** The activities that were credited, in the order of the day they ended, then of their ids. */
export function inOrder(entries: readonly Entry[]): Entry[] {
  return entries
    .filter(({ reason }) => reason === null || reason === "over-limit")
    .sort(({ activity: a }, { activity: b }) => {
      if (a.to !== b.to) return a.to < b.to ? -1 : 1;
      return a.id < b.id ? -1 : 1;
    });
}

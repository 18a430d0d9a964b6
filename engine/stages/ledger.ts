import type { Activity } from "../schema/case.ts";
import type { CreditedActivity } from "../schema/decision.ts";

/** What stands in the ledger for one activity. */
export interface Entry {
  activity: Activity;
  /** What the decision says of it; brought up to date when the ledger is closed. */
  credit: CreditedActivity;
  /** Whether it counts at all; a limit may still leave nothing of it. */
  isCredited: boolean;
  /** The credit, in parts. */
  parts: number;
  /** The parts of it in each category; null where it has none. */
  categories: Map<string, number> | null;
}

/** The activities of the case, in its order, with their credits. */
export type Ledger = readonly Entry[];

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The entries in the published order: by the day the activity ended, then by its id. */
export const inOrder = (ledger: Ledger): Entry[] =>
  [...ledger].sort(({ activity: one }, { activity: other }) => compare(one.to, other.to) || compare(one.id, other.id));

/** Cuts the credit of an entry; no category has more than the whole. */
export function cut(entry: Entry, parts: number): void {
  entry.parts = parts;
  if (entry.categories) {
    for (const [category, held] of entry.categories) if (held > parts) entry.categories.set(category, parts);
  }
}

/** The sum of all credits, in parts. */
export function sumOfAll(ledger: Ledger): number {
  let sum = 0;
  for (let at = 0; at < ledger.length; at++) sum += (ledger[at] as Entry).parts;
  return sum;
}

import type { Limit } from "../schema/ledger.ts";
import { type Amounts, resolve } from "./amounts.ts";
import { cutTo, type Entry, inOrder, partsIn } from "./entries.ts";
import { larger, smaller } from "./exact.ts";
import type { Matter } from "./matter.ts";
import { isSelected } from "./selections.ts";

/** A limit, what it leaves at most, and what it has left already: on each day, or in the year. */
interface Running {
  limit: Limit;
  place: string;
  most: bigint;
  used: Map<string, bigint>;
}

const ALL_YEAR = "year";
const timeOf = ({ limit }: Running, { activity }: Entry): string => (limit.per === "day" ? activity.to : ALL_YEAR);

/** How much room the limit has for the activity. */
function roomFor(running: Running, entry: Entry): bigint {
  const { limit, most, used } = running;
  if (limit.per === "item") return most;
  const inAll = limit.per === "day" ? most * BigInt(entry.days) : most;
  return larger(0n, inAll - (used.get(timeOf(running, entry)) ?? 0n));
}

/** Cuts what each activity gives, in the published order, to the least room that the limits leave it together. */
function cut(entries: readonly Entry[], running: readonly Running[]): void {
  for (const entry of inOrder(entries)) {
    const over = running.filter(({ limit, place }) => isSelected(entry, limit, place));
    const category = running[0]?.limit.category;
    const left = over.map((each) => roomFor(each, entry)).reduce(smaller, partsIn(entry, category));
    cutTo(entry, category, left);
    for (const each of over) each.used.set(timeOf(each, entry), (each.used.get(timeOf(each, entry)) ?? 0n) + left);
  }
}

/** Applies every limit: first on whole credits, then within each category; per item, then per day, then per year. */
export function applyLimits(entries: readonly Entry[], { ruleSet }: Matter, amounts: Amounts): void {
  const all = (ruleSet.limits ?? []).map((limit, at): Running => {
    return { limit, place: `limits/${at}`, most: resolve(limit.most, amounts), used: new Map() };
  });
  const categories = new Set([undefined, ...all.map(({ limit }) => limit.category)]);
  for (const category of categories) {
    for (const per of ["item", "day", "year"]) {
      cut(
        entries,
        all.filter(({ limit }) => limit.category === category && (limit.per ?? "year") === per),
      );
    }
  }
}

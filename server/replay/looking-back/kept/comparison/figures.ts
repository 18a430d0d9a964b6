import type { LookingBack } from "../../../../store/records.ts";

export type FigureGroup = "total" | "flows" | "chambers" | "years" | "forms";

const FIGURE_GROUPS: readonly FigureGroup[] = ["total", "flows", "chambers", "years", "forms"];

/** The figures of one group, by name. */
export type Figures = Record<FigureGroup, Record<string, number>>;

/** A figure of two results; null where one of them has none. */
export interface FigurePair {
  name: string;
  one: number | null;
  other: number | null;
}

const mapped = <Given>(record: Record<string, Given>, figure: (given: Given) => number): Record<string, number> =>
  Object.fromEntries(Object.entries(record).map(([name, given]) => [name, figure(given)]));

/** Sums the figures of `chamber/year` by one of the two. */
function summed(places: Record<string, number>, part: 0 | 1): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const [place, count] of Object.entries(places)) {
    const name = place.split("/")[part] ?? "";
    sums[name] = (sums[name] ?? 0) + count;
  }
  return sums;
}

/** What of a kept result is set side by side with another: for a replay, how many change; else how many were made again. */
export function figuresToCompare({ figures }: LookingBack): Figures {
  if ("reproduced" in figures) {
    const { decisions, unlike, places } = figures.reproduced;
    return {
      total: { decisions, unlike },
      flows: {},
      chambers: summed(places, 0),
      years: summed(places, 1),
      forms: {},
    };
  }
  const { cases, changed, refused, flows, chambers, years, forms } = figures.replayed;
  return {
    total: { cases, changed, refused },
    flows,
    chambers: mapped(chambers, (count) => count.changed),
    years: mapped(years, (count) => count.changed),
    forms: mapped(forms, ({ gained, lost }) => (gained - lost) / 100),
  };
}

const isOfReplay = ({ total }: Figures): boolean => "cases" in total;

/** The groups that both count alike: decisions made again and outcomes that change have no more than totals in common. */
export const groupsOfBoth = (one: Figures, other: Figures): readonly FigureGroup[] =>
  isOfReplay(one) === isOfReplay(other) ? FIGURE_GROUPS : ["total"];

/** What a group says of what it does not name: no flow, no points; of a chamber or year, that it was not looked at. */
function unnamed(figures: Figures, group: FigureGroup): 0 | null {
  return isOfReplay(figures) && (group === "flows" || group === "forms") ? 0 : null;
}

/** The figures of a group, side by side: whatever one of the two has. */
export function pairsOf(one: Figures, other: Figures, group: FigureGroup): FigurePair[] {
  const names = [...new Set([...Object.keys(one[group]), ...Object.keys(other[group])])];
  return names.map((name) => ({
    name,
    one: one[group][name] ?? unnamed(one, group),
    other: other[group][name] ?? unnamed(other, group),
  }));
}

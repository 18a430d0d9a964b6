import type { EarlierYear } from "../schema/case.ts";
import type { Measure } from "../schema/ledger.ts";
import type { CycleYears } from "./cycle.ts";
import { partsOf } from "./exact.ts";
import type { Matter } from "./matter.ts";

/** What is known of the earlier years that a measure looks back on. */
export function earlierYears({ theCase }: Matter, over: Measure["over"], cycle: CycleYears): EarlierYear[] {
  const { reportingYear, history = [] } = theCase;
  const first = { year: reportingYear, cycle: cycle.start };
  const from = typeof over === "object" ? reportingYear - over.years + 1 : first[over ?? "year"];
  return history.filter((entry) => entry.reportingYear >= from && entry.reportingYear < reportingYear);
}

/** What the earlier years gave to a measure, in parts; `total` may be told by what was credited. */
export const earlierParts = (years: readonly EarlierYear[], id: string): bigint =>
  years.reduce((sum, { measures, credited }) => {
    const otherwise = id === "total" ? credited : 0;
    return sum + partsOf(measures !== undefined && Object.hasOwn(measures, id) ? (measures[id] as number) : otherwise);
  }, 0n);

/** What the earlier years gave to a measure that counts. */
export const earlierCount = (years: readonly EarlierYear[], id: string): number =>
  years.reduce((sum, { measures }) => sum + Math.round(measures?.[id] ?? 0), 0);

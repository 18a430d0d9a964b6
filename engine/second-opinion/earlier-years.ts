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

/** What is written of a measure in an earlier year; null where nothing is. */
const written = ({ measures }: EarlierYear, id: string): number | null =>
  (measures && Object.hasOwn(measures, id) ? measures[id] : undefined) ?? null;

/** What the earlier years gave to a measure, in parts; `total` may be told by what was credited. */
export const earlierParts = (years: readonly EarlierYear[], id: string): bigint =>
  years.reduce((sum, year) => sum + partsOf(written(year, id) ?? (id === "total" ? year.credited : 0)), 0n);

/** What the earlier years gave to a measure that counts. */
export const earlierCount = (years: readonly EarlierYear[], id: string): number =>
  years.reduce((sum, year) => sum + Math.round(written(year, id) ?? 0), 0);

import type { Measure } from "../schema/ledger.ts";
import { type Amounts, resolve } from "./amounts.ts";
import type { CycleYears } from "./cycle.ts";
import { earlierCount, earlierParts, earlierYears } from "./earlier-years.ts";
import { type Entry, partsIn } from "./entries.ts";
import { larger, smaller } from "./exact.ts";
import type { JudgedFact } from "./judge.ts";
import type { Matter } from "./matter.ts";
import { isSelected, sumOf } from "./selections.ts";

/** What a measure sums in this year. */
function sumOfYear(measure: Measure, place: string, entries: readonly Entry[], amounts: Amounts): bigint {
  if (!measure.terms) return sumOf(entries, measure, place);
  return measure.terms
    .map((term, at) => {
      const sum = sumOf(entries, term, `${place}/terms/${at}`);
      const above = term.above === undefined ? sum : larger(0n, sum - resolve(term.above, amounts));
      return term.most === undefined ? above : smaller(above, resolve(term.most, amounts));
    })
    .reduce((total, sum) => total + sum, 0n);
}

/** Every measure of the rule set, as facts: counts as numbers, sums in parts; what was carried in adds to the total. */
export function measuresOf(
  matter: Matter,
  cycle: CycleYears,
  entries: readonly Entry[],
  amounts: Amounts,
  carriedIn: bigint,
): Record<string, JudgedFact> {
  const measured = (measure: Measure, place: string): JudgedFact => {
    const { id, count, over } = measure;
    const years = earlierYears(matter, over, cycle);
    if (count === "unfulfilled-years") return years.filter(({ outcome }) => outcome === "unfulfilled").length;
    if (count === "activities") {
      const counted = entries.filter((entry) => isSelected(entry, measure, place));
      return counted.filter((entry) => partsIn(entry, measure.category) > 0n).length + earlierCount(years, id);
    }
    const sum = sumOfYear(measure, place, entries, amounts) + earlierParts(years, id);
    return id === "total" ? sum + carriedIn : sum;
  };
  const { measures } = matter.ruleSet;
  return Object.fromEntries(
    measures.map((measure, at) => [`measure.${measure.id}`, measured(measure, `measures/${at}`)]),
  );
}

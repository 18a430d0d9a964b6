import { type Amounts, resolve } from "./amounts.ts";
import { type Entry, partsIn } from "./entries.ts";
import { larger, partsOf, smaller } from "./exact.ts";
import type { Matter } from "./matter.ts";
import { isSelected } from "./selections.ts";

/** No more than the carry-over allows at most. */
function allowed(parts: bigint, { ruleSet }: Matter, amounts: Amounts): bigint {
  const most = ruleSet.carryOver?.most;
  return most === undefined ? parts : smaller(parts, resolve(most, amounts));
}

/** What was carried out of the year before, where the rule set lets it count in this one. */
export function carriedInto(matter: Matter, amounts: Amounts): bigint {
  if (!matter.ruleSet.carryOver) return 0n;
  const { reportingYear, history = [] } = matter.theCase;
  const before = history.find((entry) => entry.reportingYear === reportingYear - 1);
  return allowed(partsOf(before?.carriedOut ?? 0), matter, amounts);
}

/** What of the surplus above the norm may count in the next year, for a consultant who was obliged. */
export function carriedOutOf(
  matter: Matter,
  entries: readonly Entry[],
  amounts: Amounts,
  { total, norm, carriedIn }: { total: bigint; norm: bigint; carriedIn: bigint },
): bigint {
  const { carryOver } = matter.ruleSet;
  if (!carryOver) return 0n;
  const { category, withoutCategory, lasts } = carryOver;
  const base = entries
    .filter((entry) => isSelected(entry, carryOver, "carryOver/0"))
    .map((entry) => {
      const without = withoutCategory === undefined ? 0n : partsIn(entry, withoutCategory);
      return larger(0n, partsIn(entry, category) - without);
    })
    .reduce((sum, parts) => sum + parts, 0n);
  const atMost = lasts === "until-used" ? base + carriedIn : base;
  return allowed(smaller(larger(0n, total - norm), atMost), matter, amounts);
}

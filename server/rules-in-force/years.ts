import type { Language } from "../../engine/index.ts";
import type { RuleBook } from "../published-rules.ts";

/** The years whose rules can be told: from the first rule set to the next year. */
export function yearsKnown({ published }: RuleBook, today: string): number[] {
  const first = published[0]?.effectiveYear;
  const last = Number(today.slice(0, 4)) + 1;
  if (first === undefined) return [];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
}

/** Links to the same page for each year. */
export const yearLinks = (language: Language, years: readonly number[], current: number | null) =>
  years.map((year) => ({ year: String(year), href: `/${language}/rules/${year}`, current: year === current }));

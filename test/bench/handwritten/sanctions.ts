import type { Case } from "../../../engine/index.ts";

/** A sanction that was imposed, and its term, both days inclusive. Clause 9.1. */
export interface Term {
  sanction: string;
  from: string;
  to: string;
}

const NONE: readonly Term[] = [];
const two = (number: number): string => String(number).padStart(2, "0");

/** The same day so many months later, or the last day of a month that has no such day. */
function monthsAfter(day: string, months: number): string {
  const month = Number(day.slice(5, 7)) + months;
  const year = Number(day.slice(0, 4)) + (month > 12 ? 1 : 0);
  const inYear = month > 12 ? month - 12 : month;
  const lastDate = new Date(Date.UTC(year, inYear, 0)).getUTCDate();
  return `${year}-${two(inYear)}-${two(Math.min(Number(day.slice(8)), lastDate))}`;
}

/** The terms of the sanctions imposed by `asOf`: a month of warning, three months of suspension. */
export function findTerms({ sanctions }: Case, asOf: string): readonly Term[] {
  if (!sanctions || sanctions.length === 0) return NONE;
  const terms: Term[] = [];
  for (const { sanction, imposedOn } of sanctions) {
    if (imposedOn > asOf) break;
    terms.push({ sanction, from: imposedOn, to: monthsAfter(imposedOn, sanction === "warning" ? 1 : 3) });
  }
  return terms;
}

import type { Evaluation } from "../evaluation.ts";
import { fromHundredths, toHundredths } from "../points.ts";
import type { CreditedActivity } from "../schema/decision.ts";
import type { Measure } from "../schema/rule-set.ts";

export interface CompiledMeasure {
  id: string;
  clauses: readonly string[];
  /** The forms that are summed, or null for everything. */
  forms: ReadonlySet<string> | null;
}

export const compileMeasures = (measures: readonly Measure[]): CompiledMeasure[] =>
  measures.map(({ id, clauses, forms }) => ({ id, clauses, forms: forms ? new Set(forms) : null }));

/** The sum, in hundredths, of what was credited to these forms, or to all. */
export function sumCredits(credits: readonly CreditedActivity[], forms: ReadonlySet<string> | null): number {
  let sum = 0;
  for (const { form, credited } of credits) if (!forms || forms.has(form)) sum += toHundredths(credited);
  return sum;
}

/** Finds each measure, in the order of the rule set; `all` is the sum of everything that was credited. */
export function findMeasures(
  measures: readonly CompiledMeasure[],
  credits: readonly CreditedActivity[],
  all: number,
  evaluation: Evaluation,
): void {
  evaluation.measures = new Array<number>(measures.length);
  for (let at = 0; at < measures.length; at++) {
    const { id, clauses, forms } = measures[at] as CompiledMeasure;
    const sum = forms ? sumCredits(credits, forms) : all;
    evaluation.measures[at] = sum;
    evaluation.trace?.push({
      step: "measure",
      subject: id,
      clauses,
      facts: summedCredits(credits, forms),
      gave: fromHundredths(sum),
    });
  }
}

/** What a measure sums: the points by the id of the activity. */
function summedCredits(
  credits: readonly CreditedActivity[],
  forms: ReadonlySet<string> | null,
): Record<string, number> {
  const summed = credits.filter(({ form, credited }) => credited > 0 && (!forms || forms.has(form)));
  return Object.fromEntries(summed.map(({ id, credited }) => [id, credited]));
}

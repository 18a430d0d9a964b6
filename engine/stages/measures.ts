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

/** Finds each measure, in the order of the rule set. */
export function findMeasures(
  measures: readonly CompiledMeasure[],
  credits: readonly CreditedActivity[],
  evaluation: Evaluation,
): void {
  for (const { id, clauses, forms } of measures) {
    const sum = sumCredits(credits, forms);
    evaluation.measures.push(sum);
    evaluation.trace?.push({
      step: "measure",
      subject: id,
      clauses,
      facts: Object.fromEntries(
        credits.filter((c) => c.credited > 0 && (!forms || forms.has(c.form))).map((c) => [c.id, c.credited]),
      ),
      gave: fromHundredths(sum),
    });
  }
}

import { type Problem, problem } from "../reading/problem.ts";
import type { RuleSet } from "../schema/rule-set.ts";

/** Categories in which no form gives credit: whatever counts them would always find nothing. */
export function checkCategories({ categories = [], forms }: RuleSet): Problem[] {
  const credited = new Set(
    forms.flatMap((form) => [...(form.categories ?? []), ...(form.credits ?? []).map(({ category }) => category)]),
  );
  return categories.flatMap(({ id }, at) =>
    credited.has(id) ? [] : [problem("uncredited-category", `/categories/${at}`, { category: id })],
  );
}

/** Measures that have terms and a selection of their own, or count terms. */
export const checkMeasures = ({ measures }: RuleSet): Problem[] =>
  measures.flatMap(({ terms, count, forms, when, category }, at) =>
    terms && (count || forms || when || category !== undefined) ? [problem("not-a-measure", `/measures/${at}`)] : [],
  );

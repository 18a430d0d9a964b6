import { type Problem, problem } from "../reading/problem.ts";
import type { RuleSet, ValueNames } from "../schema/rule-set.ts";

function misnamed(names: ValueNames, values: readonly string[], pointer: string): Problem[] {
  const seen = new Set<string>();
  return names.flatMap(({ value }, at) => {
    const here = `${pointer}/${at}/value`;
    if (!values.includes(value)) {
      return [problem("name-of-no-value", here, { value, known: values.join(", ") || "–" })];
    }
    if (seen.has(value)) return [problem("duplicate-value", here, { value })];
    seen.add(value);
    return [];
  });
}

/** The names of attributes' values, and of kinds of documents, that name none there is, or one that has a name already. */
export function misnamedValues({ attributes = {}, forms, evidence }: RuleSet): Problem[] {
  const kinds = new Set(forms.flatMap(({ evidence: taken = [] }) => taken));
  const ofAttributes = (["consultant", "activity"] as const).flatMap((whose) =>
    (attributes[whose] ?? []).flatMap(({ values = [], valueNames = [] }, at) =>
      misnamed(valueNames, values, `/attributes/${whose}/${at}/valueNames`),
    ),
  );
  return [...ofAttributes, ...misnamed(evidence.kindNames ?? [], [...kinds], "/evidence/kindNames")];
}

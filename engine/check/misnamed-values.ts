import { type Problem, problem } from "../reading/problem.ts";
import type { Attribute } from "../schema/rule-set.ts";

function misnamed({ values = [], valueNames = [] }: Attribute, pointer: string): Problem[] {
  const seen = new Set<string>();
  return valueNames.flatMap(({ value }, at) => {
    const here = `${pointer}/valueNames/${at}/value`;
    if (!values.includes(value)) {
      return [problem("name-of-no-value", here, { value, known: values.join(", ") || "–" })];
    }
    if (seen.has(value)) return [problem("duplicate-value", here, { value })];
    seen.add(value);
    return [];
  });
}

/** The names of attributes' values that name none of the allowed ones, or one that has a name already. */
export const misnamedValues = (attributes: readonly Attribute[] | undefined, pointer: string): Problem[] =>
  (attributes ?? []).flatMap((attribute, at) => misnamed(attribute, `${pointer}/${at}`));

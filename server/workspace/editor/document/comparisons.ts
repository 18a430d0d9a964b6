import { fits } from "../../../../engine/facts/fact-types.ts";
import type { Fact } from "../../../../engine/facts/facts.ts";
import { OPERATORS } from "../../../../engine/facts/operators.ts";
import type { Constant } from "../../../../engine/schema/condition.ts";
import { asFields, asList, type Fields, isFields } from "./fields.ts";

/** What a comparison holds, whole or in the making, and its JSON Pointer from the condition. */
export interface FoundComparison {
  comparison: Fields;
  pointer: string;
}

/** The comparisons of a condition that may be in the making. */
export function* comparisonsIn(condition: unknown, pointer = ""): Generator<FoundComparison> {
  const fields = asFields(condition);
  for (const kind of ["all", "any"]) {
    for (const [at, branch] of asList(fields[kind]).entries()) yield* comparisonsIn(branch, `${pointer}/${kind}/${at}`);
  }
  if ("not" in fields) yield* comparisonsIn(fields.not, `${pointer}/not`);
  else if (!("all" in fields) && !("any" in fields)) yield { comparison: fields, pointer };
}

/** Whether a comparison is whole: its fact is known, its operator takes the fact, and its value fits. */
export function isWhole({ fact, operator, value }: Fields, facts: ReadonlyMap<string, Fact>): boolean {
  const known = facts.get(String(fact));
  const table = Object.hasOwn(OPERATORS, String(operator)) ? OPERATORS[String(operator)] : undefined;
  if (!known || !table?.types.includes(known.type) || value === undefined || value === null) return false;
  const fitting = (constant: unknown): boolean => fits(known.type, constant as Constant);
  if (Array.isArray(value)) return table.list && value.length > 0 && value.every(fitting);
  if (isFields(value)) return !table.list && facts.get(String(value.fact))?.type === known.type;
  return !table.list && fitting(value);
}

/** Whether a condition can be said: every group holds something, and every comparison is whole. */
export function isSayable(condition: unknown, facts: ReadonlyMap<string, Fact>): boolean {
  const found = [...comparisonsIn(condition)];
  const hasEmptyGroup = /"(all|any)":\[\]/.test(JSON.stringify(condition ?? {}));
  return found.length > 0 && !hasEmptyGroup && found.every(({ comparison }) => isWhole(comparison, facts));
}

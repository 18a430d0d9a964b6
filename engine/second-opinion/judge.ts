import { Engine, type TopLevelCondition } from "json-rules-engine";

/** A condition as json-rules-engine takes it. */
export type JudgedCondition = TopLevelCondition;
export type JudgedFacts = Readonly<Record<string, number | string | boolean>>;

/** A named condition. */
export interface Judged<Name extends string = string> {
  name: Name;
  conditions: JudgedCondition;
}

const ownProperty = (value: object, path: string): unknown =>
  Object.hasOwn(value, path) ? (value as Record<string, unknown>)[path] : undefined;

/** Lets a fresh json-rules-engine try conditions over facts; returns the names of those that hold. */
export async function judge(judged: readonly Judged[], facts: JudgedFacts): Promise<Set<string>> {
  const rules = judged.map(({ name, conditions }) => ({ name, conditions, event: { type: "held" } }));
  const engine = new Engine(rules, { allowUndefinedFacts: false, pathResolver: ownProperty });
  const { results } = await engine.run(facts);
  return new Set(results.map(({ name }) => name));
}

/** The first of the conditions, in their order, that holds; null where none does. */
export async function judgeFirst<Name extends string>(
  judged: readonly Judged<Name>[],
  facts: JudgedFacts,
): Promise<Name | null> {
  const held = await judge(judged, facts);
  return judged.find(({ name }) => held.has(name))?.name ?? null;
}

/** A comparison, written short. */
export const is = (fact: string, operator: string, value: number | string | boolean): JudgedCondition =>
  ({ fact, operator, value }) as unknown as JudgedCondition;

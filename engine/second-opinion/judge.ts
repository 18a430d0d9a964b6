import { Engine, type TopLevelCondition } from "json-rules-engine";

/** A condition as json-rules-engine takes it. */
export type JudgedCondition = TopLevelCondition;
/** A value that is compared: points and other decimals in parts. */
export type JudgedFact = number | string | boolean | bigint;
export type JudgedFacts = Readonly<Record<string, JudgedFact>>;

/** A named condition. */
export interface Judged<Name extends string = string> {
  name: Name;
  conditions: JudgedCondition;
}

const ownProperty = (value: object, path: string): unknown =>
  Object.hasOwn(value, path) ? (value as Record<string, unknown>)[path] : undefined;

/** Lets a fresh json-rules-engine try conditions over facts; returns the names of those that hold. */
export async function judge(judged: readonly Judged[], facts: JudgedFacts): Promise<Set<string>> {
  if (judged.length === 0) return new Set();
  const rules = judged.map(({ name, conditions }) => ({ name, conditions, event: { type: "held" } }));
  const engine = new Engine(rules, { allowUndefinedFacts: false, pathResolver: ownProperty });
  const { results } = await engine.run(facts);
  return new Set(results.map(({ name }) => name));
}

/** The first of the named conditions, in their order, that is among those that hold; null where none is. */
export const firstHeld = <Name extends string>(
  judged: readonly Judged<Name>[],
  held: ReadonlySet<string>,
): Name | null => judged.find(({ name }) => held.has(name))?.name ?? null;

/** A comparison, written short. */
export const is = (fact: string, operator: string, value: number | string | boolean): JudgedCondition =>
  ({ fact, operator, value }) as unknown as JudgedCondition;

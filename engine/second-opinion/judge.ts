import { Engine, Fact, type TopLevelCondition } from "json-rules-engine";
import { Answers } from "./answers.ts";

/** A condition as json-rules-engine takes it. */
export type JudgedCondition = TopLevelCondition;
/** A value that is compared: points and other decimals in parts. */
export type JudgedFact = number | string | boolean | bigint;
/** The value of a fact; undefined where it has none. */
export type Value = JudgedFact | undefined;
export type JudgedFacts = Readonly<Record<string, JudgedFact>>;

/** A named condition. */
export interface Judged<Name extends string = string> {
  name: Name;
  conditions: JudgedCondition;
}

/** Conditions that are tried together, and the facts that they read. */
export interface Questions<Name extends string = string> {
  judged: readonly Judged<Name>[];
  reads: readonly string[];
  answers: Answers;
}

/** The names of the facts that a condition reads, on either side of its comparisons. */
function factsIn(condition: unknown): string[] {
  if (Array.isArray(condition)) return condition.flatMap(factsIn);
  if (typeof condition !== "object" || condition === null) return [];
  const { fact, value, all, any, not } = condition as Record<string, unknown>;
  return [...(typeof fact === "string" ? [fact] : []), ...[value, all, any, not].flatMap(factsIn)];
}

/** Makes conditions ready to be tried together. */
export function questions<Name extends string>(judged: readonly Judged<Name>[]): Questions<Name> {
  const reads = new Set(judged.flatMap(({ conditions }) => factsIn(conditions)));
  return { judged, reads: [...reads], answers: new Answers() };
}

/** The value of a fact, from the first that know it. */
export function factOf(name: string, facts: readonly JudgedFacts[]): Value {
  for (const known of facts) if (Object.hasOwn(known, name)) return known[name];
  return undefined;
}

const ownProperty = (value: object, path: string): unknown =>
  Object.hasOwn(value, path) ? (value as Record<string, unknown>)[path] : undefined;

/** Lets a fresh json-rules-engine try the conditions over the facts; returns the names of those that hold. */
async function ask({ judged, reads }: Questions, facts: readonly JudgedFacts[]): Promise<ReadonlySet<string>> {
  const rules = judged.map(({ name, conditions }) => ({ name, conditions, event: { type: "held" } }));
  const engine = new Engine(rules, { allowUndefinedFacts: false, pathResolver: ownProperty });
  for (const name of reads) {
    const value = factOf(name, facts);
    if (value !== undefined) engine.addFact(new Fact(name, value, { cache: false }));
  }
  const { results } = await engine.run();
  return new Set(results.map(({ name }) => name));
}

/** A question for json-rules-engine that was not asked before. */
interface Asked {
  questions: Questions;
  facts: readonly JudgedFacts[];
}

/** What is found by asking: it waits only where json-rules-engine has to be asked. */
export type Asking<Found> = Generator<Asked, Found, ReadonlySet<string>>;

/**
 * Tries the conditions over the facts: json-rules-engine is asked once for equal values of all that they read.
 * @returns the names of those that hold.
 */
export function* judge(questions: Questions, ...facts: readonly JudgedFacts[]): Asking<ReadonlySet<string>> {
  return questions.answers.to(questions.reads, facts) ?? (yield { questions, facts });
}

/** Finds something, asking json-rules-engine whatever it has not been asked yet. */
export async function answered<Found>(asking: Asking<Found>): Promise<Found> {
  let step = asking.next();
  while (!step.done) {
    const { questions, facts } = step.value;
    const held = await ask(questions, facts);
    questions.answers.keep(questions.reads, facts, held);
    step = asking.next(held);
  }
  return step.value;
}

/** The first of the conditions, in their order, that is among those that hold; null where none is. */
export const firstHeld = <Name extends string>({ judged }: Questions<Name>, held: ReadonlySet<string>): Name | null =>
  judged.find(({ name }) => held.has(name))?.name ?? null;

/** A comparison, written short. */
export const is = (
  fact: string,
  operator: string,
  value: number | string | boolean | { fact: string },
): JudgedCondition => ({ fact, operator, value }) as unknown as JudgedCondition;

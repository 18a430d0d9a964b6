import type { Language, Problem } from "../../engine/index.ts";
import { type MessageParams, messages } from "./messages.ts";

/** The sentence of a problem in a language: what is wrong, and what to do. */
export function sayProblem(language: Language, { code, params }: Pick<Problem, "code" | "params">): string {
  const say = messages(language);
  const expected = `expected.${params.expected}`;
  const named: MessageParams = say.has(expected) ? { ...params, expected: say(expected) } : params;
  return say(`problem.${code}`, named);
}

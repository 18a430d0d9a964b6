import { CaseError, type Problem } from "../../engine/index.ts";
import { serverProblem } from "../problem.ts";
import { unkeepableText } from "../store/log/unkeepable-text.ts";

/** What is wrong with what was typed where it holds a character that no store can keep; else null. */
export const keepingProblem = (typed: unknown): Problem | null =>
  unkeepableText(JSON.stringify(typed)) === null ? null : serverProblem("unkeepable-text", "");

/**
 * Checks that a store can keep what was typed.
 * @throws {CaseError} where it holds a character that none can.
 */
export function checkKeepable(typed: unknown): void {
  const problem = keepingProblem(typed);
  if (problem) throw new CaseError([problem]);
}

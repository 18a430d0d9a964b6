import { CaseError } from "../../engine/index.ts";
import { serverProblem } from "../problem.ts";
import { unkeepableText } from "../store/log/unkeepable-text.ts";

/**
 * Checks that a store can keep what was typed.
 * @throws {CaseError} where it holds a character that none can.
 */
export function checkKeepable(typed: unknown): void {
  if (unkeepableText(JSON.stringify(typed)) !== null) throw new CaseError([serverProblem("unkeepable-text", "")]);
}

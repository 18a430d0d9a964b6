import type { Problem } from "../engine/index.ts";
import { sayProblem } from "./language/say-problem.ts";

/** A problem that the engine does not know of: with a file, a line or the choice of a rule set. */
export function serverProblem(code: string, pointer: string, params: Problem["params"] = {}): Problem {
  return { code, pointer, message: sayProblem("en", { code, params }), params };
}

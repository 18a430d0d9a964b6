import type { Problem } from "../../engine/index.ts";
import { serverProblem } from "../problem.ts";

const LONGEST = 200;

/** What is wrong with a person's name as it was typed, if anything. */
export function nameProblem(typed: string): Problem | null {
  const name = typed.trim();
  if (name === "") return serverProblem("name-missing", "/name");
  return name.length > LONGEST || /\p{Cc}/u.test(name)
    ? serverProblem("name-malformed", "/name", { most: LONGEST })
    : null;
}

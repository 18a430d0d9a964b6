import { CaseError } from "../engine/index.ts";

/**
 * Runs a step whose problems point into a case, and lets them point into the document that holds it.
 * @throws {CaseError} with the pointers moved below `prefix`.
 */
export function withinCase<T>(prefix: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    throw new CaseError(error.problems.map((found) => ({ ...found, pointer: prefix + found.pointer })));
  }
}

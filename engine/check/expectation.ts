import { pointerStep } from "../reading/problem.ts";
import type { Decision } from "../schema/decision.ts";

/** A place where a decision is not as expected: where, what was expected, what was decided. */
export interface Mismatch {
  pointer: string;
  expected: unknown;
  actual: unknown;
}

type Fields = Record<string, unknown>;

const isObject = (value: unknown): value is Fields => typeof value === "object" && value !== null;

const inOneOrder = (findings: unknown): unknown =>
  Array.isArray(findings)
    ? [...findings].sort((a, b) => (`${a?.code} ${a?.activity}` < `${b?.code} ${b?.activity}` ? -1 : 1))
    : findings;

/** Adds each place where they differ to `found`; `path` is the way to where they stand. */
function compare(expected: unknown, actual: unknown, path: string[], found: Mismatch[]): void {
  if (expected === actual) return;
  const unequalLists = Array.isArray(expected) && (!Array.isArray(actual) || actual.length !== expected.length);
  if (!isObject(expected) || !isObject(actual) || unequalLists) {
    found.push({ pointer: path.map(pointerStep).join(""), expected, actual });
    return;
  }
  for (const key of Object.keys(expected)) {
    path.push(key);
    compare(expected[key], actual[key], path, found);
    path.pop();
  }
}

/**
 * Compares a decision with the part of it that must hold: fields that are not expected may be anything, lists have to
 * be of equal length, findings may stand in any order.
 */
export function compareWithExpectation(decision: Decision, expected: Record<string, unknown>): Mismatch[] {
  const found: Mismatch[] = [];
  const { findings, ...others } = expected;
  compare(others, decision, [], found);
  if (findings !== undefined) compare(inOneOrder(findings), inOneOrder(decision.findings), ["findings"], found);
  return found;
}

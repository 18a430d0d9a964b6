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

function compare(expected: unknown, actual: unknown, pointer: string): Mismatch[] {
  if (!isObject(expected)) return expected === actual ? [] : [{ pointer, expected, actual }];
  if (!isObject(actual)) return [{ pointer, expected, actual }];
  if (Array.isArray(expected) && (!Array.isArray(actual) || actual.length !== expected.length)) {
    return [{ pointer, expected, actual }];
  }
  return Object.keys(expected).flatMap((key) =>
    compare((expected as Fields)[key], (actual as Fields)[key], pointer + pointerStep(key)),
  );
}

/**
 * Compares a decision with the part of it that must hold: fields that are not expected may be anything, lists have to
 * be of equal length, findings may stand in any order.
 */
export function compareWithExpectation(decision: Decision, expected: Record<string, unknown>): Mismatch[] {
  const sorted = "findings" in expected ? { ...expected, findings: inOneOrder(expected.findings) } : expected;
  return compare(sorted, { ...decision, findings: inOneOrder(decision.findings) }, "");
}

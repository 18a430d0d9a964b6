import type { Decision } from "../../../../engine/index.ts";
import { asFields, asList, type Fields } from "../../editor/document/fields.ts";
import { expectationOf } from "../expectation-of.ts";
import { leavesOf, ofActivity, valueAtPlace } from "./leaves.ts";

/** A place of a decision of which something may be expected. */
export interface Place {
  /** Its JSON Pointer in the decision. */
  pointer: string;
  /** What the example expects there; undefined where it may be anything. */
  expected: unknown;
  /** What is decided there now. */
  actual: unknown;
}

/** The id of an activity goes with what is expected of it: it is no place of its own where there is another. */
const isCompanion = (pointer: string, expectation: Fields): boolean => {
  const place = ofActivity(pointer);
  return place?.key === "id" && Object.keys(asFields(asList(expectation.activities)[place.at])).length > 1;
};

/** The places that an example expects something of, in its order, and then the others of the decision. */
export function placesOf(expectation: Fields, decision: Decision): Place[] {
  const usual = expectationOf(decision);
  const given = [expectation, usual].flatMap((one) =>
    leavesOf(one).filter(([pointer]) => !isCompanion(pointer, one as Fields)),
  );
  const isThere = (pointer: string): boolean => (ofActivity(pointer)?.at ?? -1) < decision.activities.length;
  return [...new Set(given.map(([pointer]) => pointer))].filter(isThere).map((pointer) => ({
    pointer,
    expected: valueAtPlace(expectation, pointer),
    actual: valueAtPlace(decision, pointer),
  }));
}

/** Whether the ids of activities are expected with what is expected of them. */
const expectsIds = (expectation: Fields, at: number): boolean =>
  expectation.activities === undefined || Object.hasOwn(asFields(asList(expectation.activities)[at]), "id");

/** The id of each activity of which something is expected, as far as the example expects ids at all. */
export function companions(expectation: Fields, pointers: readonly string[], { activities }: Decision): Set<string> {
  const named = pointers.flatMap((pointer) => ofActivity(pointer) ?? []).filter(({ at }) => at < activities.length);
  return new Set(named.filter(({ at }) => expectsIds(expectation, at)).map(({ at }) => `/activities/${at}/id`));
}

import { asList, type Fields, isFields } from "../../editor/document/fields.ts";

/** A value that an expectation holds: its JSON Pointer in the decision, and what is expected there. */
export type Leaf = readonly [pointer: string, value: unknown];

const isActivities = (path: string): boolean => path === "/activities";

/**
 * What an expectation holds, place by place. The activities are told one by one; any other list is one value, as it is
 * compared whole.
 */
export function leavesOf(held: unknown, path = ""): Leaf[] {
  const isTaken = isFields(held) || (isActivities(path) && asList(held).length > 0);
  if (!isTaken) return [[path, held]];
  return Object.entries(held as Fields).flatMap(([key, value]) => leavesOf(value, `${path}/${key}`));
}

/** What a value holds at a place; undefined where it has none. */
export const valueAtPlace = (held: unknown, pointer: string): unknown =>
  pointer
    .split("/")
    .slice(1)
    .reduce<unknown>((value, step) => (value as Fields | null | undefined)?.[step], held);

/** The place of an activity's field; null for every other place. */
export function ofActivity(pointer: string): { at: number; key: string } | null {
  const [, at, key] = /^\/activities\/(\d+)\/(\w+)$/.exec(pointer) ?? [];
  return at === undefined || key === undefined ? null : { at: Number(at), key };
}

/** Puts an expectation together again, of a decision on so many activities: a list has to be as long as it is there. */
export function ofLeaves(leaves: readonly Leaf[], activities: number): Fields {
  const expected: Record<string, unknown> = {};
  for (const [pointer, value] of leaves) {
    const steps = pointer.split("/").slice(1);
    const last = steps.pop() as string;
    if (ofActivity(pointer)) expected.activities ??= Array.from({ length: activities }, () => ({}));
    const within = steps.reduce<Record<string, unknown>>((held, step) => {
      held[step] ??= {};
      return held[step] as Record<string, unknown>;
    }, expected);
    within[last] = value;
  }
  return expected;
}

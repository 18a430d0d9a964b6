import { parseCase } from "../../../engine/index.ts";
import { type DatedCase, generateCase } from "./case.ts";

/**
 * So many cases fit into the processor's cache, as they do where they were just read: with all of them at once, the
 * memory of the machine would be measured.
 */
const GROUP = 250;

/** A case with the shape that reading it from JSON gives. */
function read(seed: number, number: number): DatedCase {
  const { case: theCase, asOf } = generateCase(seed, number);
  return { case: parseCase(JSON.stringify(theCase)), asOf };
}

/** So many cases of this seed, a group at a time. */
export function* groupsOf(seed: number, cases: number): Generator<DatedCase[]> {
  for (let first = 0; first < cases; first += GROUP) {
    const length = Math.min(GROUP, cases - first);
    yield Array.from({ length }, (_, at) => read(seed, first + at));
  }
}

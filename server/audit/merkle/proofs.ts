import { nodeHash } from "./hash.ts";

const isOdd = (place: number): boolean => place % 2 === 1;
const up = (place: number): number => Math.floor(place / 2);

/** A leaf's way to the root of a tree. */
export interface Inclusion {
  leaf: Uint8Array;
  index: number;
  size: number;
  path: readonly Uint8Array[];
  root: Uint8Array;
}

/** Whether the path leads from the leaf to the root (RFC 9162, 2.1.3.2). */
export function provesInclusion({ leaf, index, size, path, root }: Inclusion): boolean {
  if (index < 0 || index >= size) return false;
  let [place, last, hash] = [index, size - 1, leaf];
  for (const beside of path) {
    if (last === 0) return false;
    const fromLeft = isOdd(place) || place === last;
    hash = fromLeft ? nodeHash(beside, hash) : nodeHash(hash, beside);
    while (fromLeft && !isOdd(place) && place !== 0) [place, last] = [up(place), up(last)];
    [place, last] = [up(place), up(last)];
  }
  return last === 0 && Buffer.compare(hash, root) === 0;
}

/** Two states of a tree, and what leads from the one to the other. */
export interface Growth {
  smaller: number;
  smallerRoot: Uint8Array;
  size: number;
  root: Uint8Array;
  path: readonly Uint8Array[];
}

const isPowerOfTwo = (size: number): boolean => Number.isInteger(Math.log2(size));

/** Whether the larger tree begins with all leaves of the smaller one (RFC 9162, 2.1.4.2). */
export function provesConsistency({ smaller, smallerRoot, size, root, path }: Growth): boolean {
  if (smaller < 1 || smaller > size) return false;
  if (smaller === size) return path.length === 0 && Buffer.compare(smallerRoot, root) === 0;
  const [first, ...others] = isPowerOfTwo(smaller) ? [smallerRoot, ...path] : path;
  if (!first) return false;
  let [place, last] = [smaller - 1, size - 1];
  while (isOdd(place)) [place, last] = [up(place), up(last)];
  let [before, after] = [first, first];
  for (const beside of others) {
    if (last === 0) return false;
    const fromLeft = isOdd(place) || place === last;
    if (fromLeft) before = nodeHash(beside, before);
    after = fromLeft ? nodeHash(beside, after) : nodeHash(after, beside);
    while (fromLeft && !isOdd(place) && place !== 0) [place, last] = [up(place), up(last)];
    [place, last] = [up(place), up(last)];
  }
  return last === 0 && Buffer.compare(before, smallerRoot) === 0 && Buffer.compare(after, root) === 0;
}

/** Leaves of a tree, from one up to and without another; the hash of such a range is a node of the tree. */
export interface LeafRange {
  from: number;
  to: number;
}

/** Where a tree of more than one leaf divides: after the largest power of two that is smaller than its size. */
function middle({ from, to }: LeafRange): number {
  let left = 1;
  while (left * 2 < to - from) left *= 2;
  return from + left;
}

/**
 * The ranges whose hashes prove that a leaf is in the tree of a size, from the leaf up (RFC 9162, 2.1.3.1).
 * @throws {RangeError} where the tree has no such leaf.
 */
export function inclusionRanges(leaf: number, size: number): LeafRange[] {
  if (leaf < 0 || leaf >= size) throw new RangeError(`a tree of ${size} leaves has no leaf ${leaf}`);
  const ranges: LeafRange[] = [];
  for (let { from, to }: LeafRange = { from: 0, to: size }; to - from > 1; ) {
    const half = middle({ from, to });
    ranges.push(leaf < half ? { from: half, to } : { from, to: half });
    [from, to] = leaf < half ? [from, half] : [half, to];
  }
  return ranges.reverse();
}

/**
 * The ranges whose hashes prove that a tree of one size grew from the tree of a smaller one (RFC 9162, 2.1.4.1).
 * @throws {RangeError} where the smaller is empty or larger.
 */
export function consistencyRanges(smaller: number, size: number): LeafRange[] {
  if (smaller < 1 || smaller > size) throw new RangeError(`a tree of ${size} leaves did not grow from ${smaller}`);
  const ranges: LeafRange[] = [];
  let [from, to] = [0, size];
  while (to !== smaller) {
    const half = middle({ from, to });
    ranges.push(smaller <= half ? { from: half, to } : { from, to: half });
    [from, to] = smaller <= half ? [from, half] : [half, to];
  }
  return (from === 0 ? ranges : [...ranges, { from, to }]).reverse();
}

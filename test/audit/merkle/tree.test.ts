import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Frontier } from "../../../server/audit/merkle/frontier.ts";
import { leafHash } from "../../../server/audit/merkle/hash.ts";
import { provesConsistency, provesInclusion } from "../../../server/audit/merkle/proofs.ts";
import { consistencyRanges, inclusionRanges, type LeafRange } from "../../../server/audit/merkle/ranges.ts";
import { naiveRoot } from "./naive-root.ts";
import { GROWTHS, INCLUSIONS, LEAVES, ROOTS } from "./vectors.ts";

const vectors = LEAVES.map((leaf) => Buffer.from(leaf, "hex"));
const hex = (hashes: readonly Uint8Array[]): string[] => hashes.map((hash) => Buffer.from(hash).toString("hex"));
const treeOver = (leaves: readonly Uint8Array[]): Frontier =>
  leaves.reduce((tree: Frontier, leaf) => tree.append(leafHash(leaf)), new Frontier());
const hashesOf = (leaves: readonly Uint8Array[], ranges: readonly LeafRange[]): Buffer[] =>
  ranges.map(({ from, to }) => treeOver(leaves.slice(from, to)).root());

const someLeaves = fc.array(fc.uint8Array({ maxLength: 5 }), { minLength: 1, maxLength: 70 });

describe("the tree of the test vectors of Certificate Transparency", () => {
  it.each(ROOTS.map((root, size) => ({ root, size })))("has its root with $size leaves", ({ root, size }) => {
    expect(treeOver(vectors.slice(0, size)).root().toString("hex")).toBe(root);
  });

  it.each(INCLUSIONS)("includes leaf $index of $size", ({ index, size, path }) => {
    expect(hex(hashesOf(vectors, inclusionRanges(index, size)))).toEqual(path);
  });

  it.each(GROWTHS)("grew from $smaller to $size", ({ smaller, size, path }) => {
    expect(hex(hashesOf(vectors, consistencyRanges(smaller, size)))).toEqual(path);
  });
});

describe("a tree", () => {
  it("has the root that the definition gives", () => {
    fc.assert(fc.property(someLeaves, (leaves) => void expect(treeOver(leaves).root()).toEqual(naiveRoot(leaves))));
  });

  it("grows by whole subtrees as by their leaves", () => {
    fc.assert(
      fc.property(someLeaves, fc.integer({ min: 0, max: 5 }), (leaves, height) => {
        const width = 2 ** height;
        const whole = leaves.length - (leaves.length % width);
        const tree = new Frontier();
        for (let from = 0; from < whole; from += width)
          tree.append(treeOver(leaves.slice(from, from + width)).root(), width);
        for (const leaf of leaves.slice(whole)) tree.append(leafHash(leaf));
        expect(tree.root()).toEqual(naiveRoot(leaves));
      }),
    );
  });

  it("takes no subtree where it cannot stand", () => {
    expect(() => treeOver([Buffer.of(1)]).append(leafHash(""), 2)).toThrow(RangeError);
  });
});

describe("a proof of inclusion", () => {
  const chosen = someLeaves.chain((leaves) =>
    fc.record({ leaves: fc.constant(leaves), index: fc.nat({ max: leaves.length - 1 }) }),
  );
  const proofOf = (leaves: readonly Uint8Array[], index: number) => ({
    leaf: leafHash(leaves[index] as Uint8Array),
    index,
    size: leaves.length,
    path: hashesOf(leaves, inclusionRanges(index, leaves.length)),
    root: naiveRoot(leaves),
  });

  it("holds for every leaf", () => {
    fc.assert(
      fc.property(chosen, ({ leaves, index }) => void expect(provesInclusion(proofOf(leaves, index))).toBe(true)),
    );
  });

  it("does not hold for another leaf, place, size or root, nor with a hash more or less", () => {
    fc.assert(
      fc.property(chosen, ({ leaves, index }) => {
        const proof = proofOf(leaves, index);
        const other = leafHash("something else");
        for (const forged of [
          { ...proof, leaf: other },
          { ...proof, root: other },
          { ...proof, index: proof.size },
          { ...proof, index: -1 },
          { ...proof, path: [...proof.path, other] },
          ...proof.path.map((_, at) => ({ ...proof, path: proof.path.with(at, other) })),
          ...proof.path.slice(0, 1).map(() => ({ ...proof, path: proof.path.slice(1) })),
        ])
          expect(provesInclusion(forged)).toBe(false);
      }),
    );
  });
});

describe("a proof of consistency", () => {
  const chosen = someLeaves.chain((leaves) =>
    fc.record({ leaves: fc.constant(leaves), smaller: fc.integer({ min: 1, max: leaves.length }) }),
  );
  const proofOf = (leaves: readonly Uint8Array[], smaller: number) => ({
    smaller,
    smallerRoot: naiveRoot(leaves.slice(0, smaller)),
    size: leaves.length,
    root: naiveRoot(leaves),
    path: hashesOf(leaves, consistencyRanges(smaller, leaves.length)),
  });

  it("holds for every earlier size", () => {
    fc.assert(
      fc.property(chosen, ({ leaves, smaller }) => void expect(provesConsistency(proofOf(leaves, smaller))).toBe(true)),
    );
  });

  it("does not hold for other roots, nor with a hash changed, more or less", () => {
    fc.assert(
      fc.property(chosen, ({ leaves, smaller }) => {
        const proof = proofOf(leaves, smaller);
        const other = leafHash("something else");
        for (const forged of [
          { ...proof, smallerRoot: other },
          { ...proof, root: other },
          { ...proof, smaller: 0 },
          { ...proof, smaller: proof.size + 1 },
          { ...proof, path: [...proof.path, other] },
          ...proof.path.map((_, at) => ({ ...proof, path: proof.path.with(at, other) })),
          ...proof.path.slice(0, 1).map(() => ({ ...proof, path: proof.path.slice(1) })),
        ])
          expect(provesConsistency(forged)).toBe(false);
      }),
    );
  });
});

describe("the ranges of a proof", () => {
  it("are none for a leaf that is not there, or a tree that is no larger", () => {
    expect(() => inclusionRanges(3, 3)).toThrow(RangeError);
    expect(() => consistencyRanges(0, 3)).toThrow(RangeError);
    expect(() => consistencyRanges(4, 3)).toThrow(RangeError);
  });
});

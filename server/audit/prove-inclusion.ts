import { provesInclusion } from "./merkle/proofs.ts";
import { inclusionRanges, type LeafRange } from "./merkle/ranges.ts";
import type { TiledTree } from "./merkle/tiled-tree.ts";
import type { Seal } from "./seals/seal.ts";

/** That an event is in the log that a seal is of: checked with its hash, the path and the seal alone (RFC 9162, 2.1.3). */
export interface InclusionProof {
  seq: number;
  leaf: Buffer;
  path: Buffer[];
  seal: Seal;
}

/** Gives the leaf hashes of a range of events. */
export type LeavesOf = (range: LeafRange) => AsyncIterable<Buffer>;

/**
 * Proves that an event is in the log that was sealed.
 * @returns null where it is not: the log was changed since.
 */
export async function proveInclusion(
  seq: number,
  seal: Seal,
  tree: Pick<TiledTree, "hashOf">,
  leavesOf: LeavesOf,
): Promise<InclusionProof | null> {
  const leaf = await tree.hashOf({ from: seq, to: seq + 1 }, leavesOf);
  const path: Buffer[] = [];
  for (const range of inclusionRanges(seq, seal.size)) path.push(await tree.hashOf(range, leavesOf));
  return provesInclusion({ leaf, index: seq, size: seal.size, path, root: seal.root })
    ? { seq, leaf, path, seal }
    : null;
}

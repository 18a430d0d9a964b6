import { emptyRoot, nodeHash } from "./hash.ts";

/**
 * A growing Merkle tree without its leaves: only the hashes of the whole subtrees at its right edge are kept, the
 * largest first, one for each bit of the size.
 */
export class Frontier {
  #size = 0;
  readonly #peaks: Buffer[] = [];

  /** How many leaves the tree has. */
  get size(): number {
    return this.#size;
  }

  /**
   * Adds the hash of a leaf, or of a whole subtree of so many leaves: a power of two that divides the size.
   * @throws {RangeError} where a subtree of so many leaves cannot stand there.
   */
  append(hash: Buffer, leaves = 1): this {
    let place = this.#size / leaves;
    if (!Number.isInteger(place)) throw new RangeError(`no subtree of ${leaves} leaves stands at ${this.#size}`);
    let top = hash;
    for (; place % 2 === 1; place = (place - 1) / 2) top = nodeHash(this.#peaks.pop() as Buffer, top);
    this.#peaks.push(top);
    this.#size += leaves;
    return this;
  }

  /** The root of the tree as it stands (RFC 6962, 2.1). */
  root(): Buffer {
    const [last, ...others] = [...this.#peaks].reverse();
    return last ? others.reduce((right, left) => nodeHash(left, right), last) : emptyRoot();
  }
}

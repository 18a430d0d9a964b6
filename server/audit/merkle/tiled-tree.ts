import { Frontier } from "./frontier.ts";
import type { LeafRange } from "./ranges.ts";

/** How many leaves make a tile. */
export const TILE = 256;

/** A growing Merkle tree that keeps the hashes of its tiles: with them, any of its nodes is known from a few leaves. */
export class TiledTree {
  readonly #tree = new Frontier();
  readonly #tiles: Buffer[] = [];
  #open = new Frontier();

  get size(): number {
    return this.#tree.size;
  }

  /** The hashes of the whole tiles, the first tile first. */
  get tiles(): readonly Buffer[] {
    return this.#tiles;
  }

  /** Adds the hash of a leaf. */
  append(leaf: Buffer): void {
    this.#tree.append(leaf);
    this.#open.append(leaf);
    if (this.#open.size < TILE) return;
    this.#tiles.push(this.#open.root());
    this.#open = new Frontier();
  }

  /** Adds the hash of a whole tile. */
  appendTile(hash: Buffer): void {
    this.#tree.append(hash, TILE);
    this.#tiles.push(hash);
  }

  root(): Buffer {
    return this.#tree.root();
  }

  /**
   * The hash of a node: of a range of leaves as `ranges.ts` tells them.
   * @param leavesOf gives the hashes of leaves; it is asked for those of the open end, or of one tile, at most
   */
  async hashOf({ from, to }: LeafRange, leavesOf: (range: LeafRange) => AsyncIterable<Buffer>): Promise<Buffer> {
    const node = new Frontier();
    const whole = from % TILE === 0 ? Math.min(Math.floor(to / TILE), this.#tiles.length) : 0;
    for (const tile of this.#tiles.slice(from / TILE, whole)) node.append(tile, TILE);
    for await (const leaf of leavesOf({ from: from + node.size, to })) node.append(leaf);
    return node.root();
  }
}

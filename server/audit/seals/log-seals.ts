import { TiledTree } from "../merkle/tiled-tree.ts";
import { Contradiction } from "./contradiction.ts";
import { appendDurably } from "./durable-file.ts";
import { lockSeals } from "./lock-seals.ts";
import { isNamed } from "./named-seal.ts";
import { NO_SEAL, type Seal, sealHash, signSeal } from "./seal.ts";
import type { SealFolder } from "./seal-folder.ts";
import { growTree, type Log, sealedTree } from "./sealed-tree.ts";
import { type FiledSeal, filedSeal, lastSeal } from "./seals-file.ts";
import { isSignedWith, type Signer } from "./signed-note.ts";
import { appendTiles, readTiles } from "./tiles-file.ts";
import { verifierKey } from "./verifier-key.ts";

/** What seals are made with. */
export interface LogSealsOptions {
  now(): Date;
  /** Names a seal in the log itself. */
  name?(seal: Seal): Promise<void>;
}

/** Seals a log in a folder, each seal extending the one before. */
export class LogSeals {
  readonly #log: Log;
  readonly #folder: SealFolder;
  readonly #signer: Signer;
  readonly #options: LogSealsOptions;
  #last: Seal | null = null;
  #tree = new TiledTree();
  #tilesFiled = 0;

  constructor(log: Log, folder: SealFolder, signer: Signer, options: LogSealsOptions) {
    this.#log = log;
    this.#folder = folder;
    this.#signer = signer;
    this.#options = options;
  }

  /** The last seal of the folder, as far as it is known here. */
  get last(): Seal | null {
    return this.#last;
  }

  /** The tree of the log: as it was sealed, or grown beyond. */
  get tree(): TiledTree {
    return this.#tree;
  }

  /**
   * Adds a seal where the log holds more than the last one says. Does nothing where another process seals.
   * @throws {Contradiction} where the log is not the one that was sealed.
   */
  async extend(): Promise<void> {
    const filed = await lastSeal(this.#folder.checkpoints);
    if (filed.seal?.note !== this.#last?.note || filed.seal === null) await this.#takeUp(filed);
    const { size } = await this.#log.head();
    if (this.#last && size < this.#last.size) throw new Contradiction("truncated", this.#last, size);
    if (size === (this.#last?.size ?? 0)) return;
    await growTree(this.#tree, this.#log, await this.#sizeOnceNamed(size));
    await this.#whileAlone(filed, () => this.#write(filed.end));
  }

  /** Names the last seal in the log, where it is one to be named; says how many events there are then. */
  async #sizeOnceNamed(size: number): Promise<number> {
    if (!this.#last || !isNamed(this.#last.number)) return size;
    await this.#options.name?.(this.#last);
    return (await this.#log.head()).size;
  }

  /** Goes on from what another process, or this one before it was started anew, has sealed. */
  async #takeUp({ seal, end }: FiledSeal): Promise<void> {
    if (!this.#isOurs(seal, end)) {
      const { size } = await this.#log.head();
      throw new Contradiction("seals-changed", seal ?? this.#last ?? { number: 0, size: 0 }, size);
    }
    const tiles = await readTiles(this.#folder.tiles);
    this.#tree = await sealedTree(this.#log, seal, tiles);
    this.#last = seal;
    this.#tilesFiled = 0;
    const kept = this.#tree.tiles;
    while (this.#tilesFiled < kept.length && tiles[this.#tilesFiled]?.equals(kept[this.#tilesFiled] as Buffer))
      this.#tilesFiled += 1;
  }

  /** Whether the folder's last seal is one that we signed, and not older than what we know of. */
  #isOurs(seal: Seal | null, end: number): boolean {
    if (!seal) return end === 0 && this.#last === null;
    const { name, privateKey } = this.#signer;
    return seal.number >= (this.#last?.number ?? 0) && isSignedWith(seal.note, verifierKey(name, privateKey));
  }

  async #whileAlone(filed: FiledSeal, write: () => Promise<void>): Promise<void> {
    const release = await lockSeals(this.#folder);
    if (!release) return;
    try {
      if ((await lastSeal(this.#folder.checkpoints)).end === filed.end) await write();
    } finally {
      await release();
    }
  }

  async #write(end: number): Promise<void> {
    const { size, tiles } = this.#tree;
    const number = (this.#last?.number ?? 0) + 1;
    const after = this.#last ? sealHash(this.#last) : NO_SEAL;
    const seal = signSeal(
      { size, root: this.#tree.root(), number, at: this.#options.now().toISOString(), after },
      this.#signer,
    );
    await appendDurably(this.#folder.checkpoints, end, Buffer.from(filedSeal(seal)));
    this.#last = seal;
    await appendTiles(this.#folder.tiles, this.#tilesFiled, tiles.slice(this.#tilesFiled));
    this.#tilesFiled = tiles.length;
  }
}

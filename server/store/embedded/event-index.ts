import { join } from "node:path";
import { DurableFile, type Fingerprint } from "./durable-file.ts";
import { type Findable, SIGNATURE_WORDS, signEvent } from "./event-signature.ts";
import type { Files } from "./files.ts";
import { BLOCK_EVENTS, emptyBlock, INDEX_FORMAT, type IndexBlock } from "./index-block.ts";

/** The file of a block: how many events it tells of, and what it has to be like. */
export interface IndexFile extends Fingerprint {
  count: number;
}

/** Where each event begins in the journal, and by what it can be found. Blocks of events come into memory when needed. */
export class EventIndex {
  readonly #files: Files;
  readonly #folder: string;
  readonly #blocks: (IndexBlock | null)[];
  /** The files as the manifest will name them. */
  readonly blockFiles: IndexFile[];
  size: number;

  constructor(files: Files, folder: string, blockFiles: readonly IndexFile[]) {
    this.#files = files;
    this.#folder = folder;
    this.blockFiles = [...blockFiles];
    this.#blocks = blockFiles.map(() => null);
    this.size = blockFiles.reduce((sum, { count }) => sum + count, 0);
  }

  /** Makes ready for more events: the last block is brought into memory. */
  async open(): Promise<void> {
    if (this.#blocks.length > 0) await this.#block(this.#blocks.length - 1);
  }

  append(offset: number, event: Findable): void {
    const at = this.size % BLOCK_EVENTS;
    if (at === 0) this.#blocks.push(emptyBlock());
    const block = this.#blocks.at(-1) as IndexBlock;
    block.offsets[at] = offset;
    signEvent(block.signatures, at * SIGNATURE_WORDS, event);
    block.count = at + 1;
    this.size++;
  }

  async offsetOf(seq: number): Promise<number> {
    const { offsets } = await this.#block(Math.floor(seq / BLOCK_EVENTS));
    return offsets[seq % BLOCK_EVENTS] as number;
  }

  /** The events below one and not below another that have all the marks, the newest first. */
  async *withMarks(marks: Uint32Array, from: number, below: number): AsyncGenerator<number> {
    for (let number = Math.floor((below - 1) / BLOCK_EVENTS); number >= Math.floor(from / BLOCK_EVENTS); number--) {
      const first = number * BLOCK_EVENTS;
      const { signatures } = await this.#block(number);
      for (let at = Math.min(BLOCK_EVENTS, below - first) - 1; at >= Math.max(0, from - first); at--)
        if (hasMarks(signatures, at * SIGNATURE_WORDS, marks)) yield first + at;
    }
  }

  /** Writes the blocks that have grown into new files. */
  async write(): Promise<void> {
    for (const [number, block] of this.#blocks.entries()) {
      if (block === null || block.count === this.blockFiles[number]?.count) continue;
      const { count } = block;
      const file = new DurableFile(this.#files, join(this.#folder, indexFile(number, count)), INDEX_FORMAT);
      await file.write({ ...block, count });
      if (file.fingerprint) this.blockFiles[number] = { count, ...file.fingerprint };
    }
  }

  async #block(number: number): Promise<IndexBlock> {
    const there = this.#blocks[number];
    if (there) return there;
    const file = this.blockFiles[number] as IndexFile;
    const path = join(this.#folder, indexFile(number, file.count));
    const read = await new DurableFile(this.#files, path, INDEX_FORMAT, file).read();
    const block = this.#blocks[number] ?? read;
    this.#blocks[number] = block;
    return block;
  }
}

/** The name of the file that holds a block of so many events. */
export const indexFile = (number: number, count: number): string => `index~${number}.${count}.bin`;

function hasMarks(signatures: Uint32Array, offset: number, marks: Uint32Array): boolean {
  for (let word = 0; word < SIGNATURE_WORDS; word++) {
    const asked = marks[word] as number;
    if (asked !== 0 && ((signatures[offset + word] as number) & asked) >>> 0 !== asked) return false;
  }
  return true;
}

import type { Format } from "./durable-file.ts";
import { SIGNATURE_WORDS } from "./event-signature.ts";

/** How many events a block tells of. */
export const BLOCK_EVENTS = 4096;

/** Of some events on end: where each one begins in the journal, and the marks that it can be found by. */
export interface IndexBlock {
  count: number;
  offsets: Float64Array;
  signatures: Uint32Array;
}

export const emptyBlock = (): IndexBlock => ({
  count: 0,
  offsets: new Float64Array(BLOCK_EVENTS),
  signatures: new Uint32Array(BLOCK_EVENTS * SIGNATURE_WORDS),
});

const bytesOf = (words: Float64Array | Uint32Array): Uint8Array =>
  new Uint8Array(words.buffer, words.byteOffset, words.byteLength);

const BYTES_AN_EVENT = Float64Array.BYTES_PER_ELEMENT + SIGNATURE_WORDS * Uint32Array.BYTES_PER_ELEMENT;

function read(bytes: Buffer): IndexBlock {
  const count = bytes.length / BYTES_AN_EVENT;
  const block = emptyBlock();
  const split = count * Float64Array.BYTES_PER_ELEMENT;
  bytesOf(block.offsets).set(bytes.subarray(0, split));
  bytesOf(block.signatures).set(bytes.subarray(split));
  return { ...block, count };
}

/** A block as bytes in the order of the machine: the offsets, then the marks. It is made anew where it is not understood. */
export const INDEX_FORMAT: Format<IndexBlock> = {
  *write({ count, offsets, signatures }) {
    yield bytesOf(offsets.slice(0, count));
    yield bytesOf(signatures.slice(0, count * SIGNATURE_WORDS));
  },
  read,
};

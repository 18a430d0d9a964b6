import { createHash } from "node:crypto";

/** How many bytes a hash of the tree has: SHA-256. */
export const HASH_BYTES = 32;

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

/** The hash of a leaf: SHA-256 of 0x00 and its bytes (RFC 6962, 2.1). */
export const leafHash = (leaf: string | Uint8Array): Buffer => createHash("sha256").update(LEAF).update(leaf).digest();

/** The hash of a node: SHA-256 of 0x01 and the hashes of its two sides (RFC 6962, 2.1). */
export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer =>
  createHash("sha256").update(NODE).update(left).update(right).digest();

/** The root of a tree without leaves: SHA-256 of nothing. */
export const emptyRoot = (): Buffer => createHash("sha256").digest();

import { createHash } from "node:crypto";

const LEAF_PREFIX = Uint8Array.of(0);

/** The leaf hash of an event in the Merkle log, in hex: SHA-256 over 0x00 and the line's bytes (RFC 6962, section 2.1). */
export const leafHash = (line: string | Uint8Array): string =>
  createHash("sha256").update(LEAF_PREFIX).update(line).digest("hex");

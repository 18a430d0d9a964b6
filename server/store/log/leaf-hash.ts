import { leafHash as merkleLeafHash } from "../../audit/merkle/hash.ts";

/** The leaf hash of an event in the Merkle log, in hex: SHA-256 over 0x00 and the line's bytes (RFC 6962, section 2.1). */
export const leafHash = (line: string | Uint8Array): string => merkleLeafHash(line).toString("hex");

import { createHash } from "node:crypto";

/** The SHA-256 of a record's state, in hex, taken of its JSON text as it is written into the log. */
export const stateHash = (text: string | Uint8Array): string => createHash("sha256").update(text).digest("hex");

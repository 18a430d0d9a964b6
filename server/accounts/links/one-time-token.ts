import { createHash, randomBytes } from "node:crypto";

const TOKEN_BYTES = 32;
/** 32 bytes in base64url. */
const TOKEN = /^[\w-]{43}$/;

/** A new secret of 256 random bits, for an address. */
export const newToken = (): string => randomBytes(TOKEN_BYTES).toString("base64url");

/** What the store knows of a token: its SHA-256, from which nobody finds the token. Null for what is no token. */
export const idOfToken = (token: string): string | null =>
  TOKEN.test(token) ? createHash("sha256").update(token).digest("hex") : null;

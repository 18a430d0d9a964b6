import { createHash, randomBytes } from "node:crypto";

const SHAPE = /^[\w-]{43}$/;

/** A new secret that nobody can guess: 256 random bits in base64url. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** The id under which the store knows a token: its SHA-256 in hex, so that who reads the store cannot use it. */
export const idOfToken = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Whether a text can be a token of ours. */
export const isToken = (text: string | undefined): text is string => text !== undefined && SHAPE.test(text);

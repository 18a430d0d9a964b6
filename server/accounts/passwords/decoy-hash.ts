import { randomBytes } from "node:crypto";
import { PARAMETERS } from "./hash-password.ts";

const base64 = (bytes: number): string => randomBytes(bytes).toString("base64").replaceAll("=", "");

/** A hash that no password has: verified where there is no account, so that the answer takes as long as for one. */
export function decoyHash(): string {
  const { memoryCost, timeCost, parallelism, outputLen } = PARAMETERS;
  return `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$${base64(16)}$${base64(outputLen)}`;
}

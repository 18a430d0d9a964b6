import { createHash, createPublicKey, type KeyObject } from "node:crypto";

/** The public key that seals are checked with, and the name that it signs under. */
export interface VerifierKey {
  name: string;
  /** The first four bytes of the hash of name and key: how a signature names its key. */
  id: Buffer;
  publicKey: KeyObject;
}

const ED25519 = 1;
const KEY_ID_BYTES = 4;

const rawKey = (key: KeyObject): Buffer => Buffer.from(key.export({ format: "jwk" }).x as string, "base64url");

/** The public key of that name, or the public half of a private one. */
export function verifierKey(name: string, key: KeyObject): VerifierKey {
  const publicKey = key.type === "private" ? createPublicKey(key) : key;
  const typed = Buffer.concat([Buffer.of(ED25519), rawKey(publicKey)]);
  const id = createHash("sha256").update(`${name}\n`).update(typed).digest().subarray(0, KEY_ID_BYTES);
  return { name, id, publicKey };
}

/** Writes a key as one line, as C2SP's signed notes do: name, id and key, between plus signs. */
export function writeVerifierKey({ name, id, publicKey }: VerifierKey): string {
  const typed = Buffer.concat([Buffer.of(ED25519), rawKey(publicKey)]);
  return `${name}+${id.toString("hex")}+${typed.toString("base64")}`;
}

/** Reads such a line; null where it is not one, or its id is of another key. */
export function readVerifierKey(line: string): VerifierKey | null {
  const [, name = "", id, encoded = ""] = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(line.trim()) ?? [];
  const typed = Buffer.from(encoded, "base64");
  if (typed.length !== 33 || typed[0] !== ED25519) return null;
  const jwk = { kty: "OKP", crv: "Ed25519", x: typed.subarray(1).toString("base64url") };
  const key = verifierKey(name, createPublicKey({ key: jwk, format: "jwk" }));
  return key.id.toString("hex") === id ? key : null;
}

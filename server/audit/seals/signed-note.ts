import { type KeyObject, sign, verify } from "node:crypto";
import { type VerifierKey, verifierKey } from "./verifier-key.ts";

/** What signs notes: a private Ed25519 key under a name. */
export interface Signer {
  name: string;
  privateKey: KeyObject;
}

const SIGNED = /^(?<text>(?:[^\n]+\n)+)\n— (?<name>[^+\s]+) (?<signature>[A-Za-z0-9+/]+=*)\n$/;

/** Signs a text of whole lines, in C2SP's signed note format: the text, an empty line, the signature. */
export function signNote(text: string, { name, privateKey }: Signer): string {
  const { id } = verifierKey(name, privateKey);
  const signature = Buffer.concat([id, sign(null, Buffer.from(text), privateKey)]);
  return `${text}\n— ${name} ${signature.toString("base64")}\n`;
}

/** The text of a note, whoever signed it; null where it is not a note with one signature. */
export const textOfNote = (note: string): string | null => SIGNED.exec(note)?.groups?.text ?? null;

/** Whether the note was signed with the key. */
export function isSignedWith(note: string, { name, id, publicKey }: VerifierKey): boolean {
  const found = SIGNED.exec(note)?.groups;
  if (!found || found.name !== name) return false;
  const bytes = Buffer.from(found.signature ?? "", "base64");
  const isCanonical = bytes.toString("base64") === found.signature;
  const isOfKey = bytes.subarray(0, id.length).equals(id);
  return isCanonical && isOfKey && verify(null, Buffer.from(found.text ?? ""), publicKey, bytes.subarray(id.length));
}

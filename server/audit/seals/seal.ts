import { createHash } from "node:crypto";
import { type Signer, signNote, textOfNote } from "./signed-note.ts";

/** What a seal says of the log. */
export interface Sealed {
  /** How many events the log held. */
  size: number;
  /** The root of their Merkle tree. */
  root: Buffer;
  /** The first seal of a log is number 1. */
  number: number;
  /** When it was sealed: an instant in UTC. */
  at: string;
  /** The SHA-256 of the seal before, as hex; zeros for the first. */
  after: string;
}

/** A seal as it was written. */
export interface Seal extends Sealed {
  /** The log that it is of: the name of the key. */
  origin: string;
  note: string;
}

/** What the first seal of a log comes after. */
export const NO_SEAL = "0".repeat(64);

const TEXT =
  /^(?<origin>[^\n]+)\n(?<size>0|[1-9]\d{0,14})\n(?<root>[A-Za-z0-9+/]{43}=)\nseal (?<number>[1-9]\d{0,14})\nat (?<at>\S+)\nafter (?<after>[0-9a-f]{64})\n$/;

/** The hash that the next seal names this one by. */
export const sealHash = ({ note }: Pick<Seal, "note">): string => createHash("sha256").update(note).digest("hex");

/** Signs a seal: a C2SP checkpoint whose further lines say its number, its instant and the seal before it. */
export function signSeal(sealed: Sealed, signer: Signer): Seal {
  const { size, root, number, at, after } = sealed;
  const lines = [signer.name, size, root.toString("base64"), `seal ${number}`, `at ${at}`, `after ${after}`];
  return { ...sealed, origin: signer.name, note: signNote(`${lines.join("\n")}\n`, signer) };
}

/** Reads a seal, whoever signed it; null where it is not one. */
export function readSeal(note: string): Seal | null {
  const found = TEXT.exec(textOfNote(note) ?? "")?.groups as Record<string, string> | undefined;
  if (!found) return null;
  const { origin = "", size, root = "", number, at = "", after = "" } = found;
  return { origin, size: Number(size), root: Buffer.from(root, "base64"), number: Number(number), at, after, note };
}

import { createPrivateKey, generateKeyPairSync, randomBytes } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { writeDurably } from "./durable-file.ts";
import { lockSeals } from "./lock-seals.ts";
import type { SealFolder } from "./seal-folder.ts";
import { lengthOf } from "./seals-file.ts";
import type { Signer } from "./signed-note.ts";
import { readVerifierKey, verifierKey, writeVerifierKey } from "./verifier-key.ts";

/** How long another process may take to make a key, in milliseconds, before it is looked for again. */
const SHORT_WHILE = 20;

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

async function makeKey(folder: SealFolder): Promise<Signer> {
  const { privateKey } = generateKeyPairSync("ed25519");
  const name = `qagida/${randomBytes(4).toString("hex")}`;
  await writeDurably(folder.verifierKey, `${writeVerifierKey(verifierKey(name, privateKey))}\n`, 0o644);
  await writeDurably(folder.privateKey, privateKey.export({ format: "pem", type: "pkcs8" }), 0o600);
  return { name, privateKey };
}

/** The key of the folder; null where it has none yet. */
async function keyThere(folder: SealFolder): Promise<Signer | null> {
  const pem = await readIfThere(folder.privateKey);
  if (pem === null) return null;
  const privateKey = createPrivateKey(pem);
  const line = (await readIfThere(folder.verifierKey)) ?? "";
  const name = readVerifierKey(line)?.name ?? "";
  if (writeVerifierKey(verifierKey(name, privateKey)) !== line.trim())
    throw new Error(`${folder.verifierKey} is not the public half of ${folder.privateKey}`);
  return { name, privateKey };
}

/** Makes the key, unless another process does so just now. */
async function makeKeyAlone(folder: SealFolder): Promise<Signer> {
  const release = await lockSeals(folder);
  if (!release) {
    await wait(SHORT_WHILE);
    return signingKey(folder);
  }
  try {
    return (await keyThere(folder)) ?? (await makeKey(folder));
  } finally {
    await release();
  }
}

/**
 * The key that seals are signed with; made where the folder has neither key nor seals.
 * @throws {Error} where the key is missing beside its seals, or the two halves do not belong together.
 */
export async function signingKey(folder: SealFolder): Promise<Signer> {
  await mkdir(folder.path, { recursive: true, mode: 0o755 });
  const found = await keyThere(folder);
  if (found) return found;
  if ((await lengthOf(folder.checkpoints)) > 0) throw new Error(`${folder.privateKey} is missing`);
  return makeKeyAlone(folder);
}

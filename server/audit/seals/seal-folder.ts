import { join, resolve } from "node:path";

/** The files of a folder of seals. It stands outside the store, so that who changes the one has not changed the other. */
export interface SealFolder {
  path: string;
  /** The seals, the oldest first. */
  checkpoints: string;
  /** The public key: what seals are checked with. */
  verifierKey: string;
  /** The private key: what seals are signed with. */
  privateKey: string;
  /** The hashes of whole pieces of the log: they spare reading it again, and are never believed unchecked. */
  tiles: string;
}

/** Names the files of a folder of seals. */
export const sealFolder = (path: string): SealFolder => ({
  path: resolve(path),
  checkpoints: join(path, "checkpoints"),
  verifierKey: join(path, "verifier-key"),
  privateKey: join(path, "private-key.pem"),
  tiles: join(path, "tiles"),
});

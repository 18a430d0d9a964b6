import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { dirname, resolve } from "node:path";

/** Only whoever makes a backup may read it: it holds what the accounts sign in with. */
const OWNER_ONLY = 0o600;

/** Waits until the names in a folder are on disk. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function fill(path: string, write: (handle: FileHandle) => Promise<void>): Promise<void> {
  const handle = await open(path, "wx", OWNER_ONLY);
  try {
    await write(handle);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Makes a file, or replaces it, so that it is there in full or not at all, also after a loss of power.
 * @throws where it could not be written: what was there before is as it was.
 */
export async function writeDurably(file: string, write: (handle: FileHandle) => Promise<void>): Promise<void> {
  const fresh = `${file}.${process.pid}.partial`;
  try {
    await fill(fresh, write);
    await rename(fresh, file);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
  await syncFolder(dirname(resolve(file)));
}

import { readdir, rename, rm, rmdir } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Readable } from "node:stream";
import { isMissing } from "../store/embedded/whole-file.ts";
import { openStore, type StoreOptions } from "../store/open-store.ts";
import type { Contents } from "./backup-lines.ts";
import { BackupRefused } from "./backup-refused.ts";
import { restoreInto } from "./restore-into.ts";
import { syncFolder } from "./write-durably.ts";

async function restoreWith(options: StoreOptions, input: Readable): Promise<Contents> {
  const store = await openStore(options);
  try {
    return await restoreInto(store, input);
  } finally {
    await store.close();
  }
}

async function refuseUnlessEmpty(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error) => {
    if (isMissing(error)) return [];
    throw error;
  });
  if (names.length > 0) throw new BackupRefused("place-not-empty");
}

/** Removes a folder; refused by the system where something has come into it meanwhile. */
async function removeEmpty(folder: string): Promise<void> {
  await rmdir(folder).catch((error) => {
    if (!isMissing(error)) throw error;
  });
}

/** Restores beside the folder, and puts the folder in its place when all is well. */
async function restoreFolder(options: StoreOptions, input: Readable): Promise<Contents> {
  const folder = resolve(options.dataFolder);
  const fresh = `${folder}.restoring-${process.pid}`;
  await refuseUnlessEmpty(folder);
  try {
    const contents = await restoreWith({ ...options, dataFolder: fresh }, input);
    await removeEmpty(folder);
    await rename(fresh, folder);
    await syncFolder(dirname(folder));
    return contents;
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    throw error;
  }
}

/**
 * Restores a backup into the folder or database that the settings name, which has to be empty.
 * @throws {BackupRefused} where it is not empty, or the backup is torn or altered: then it is as it was.
 */
export const restore = (options: StoreOptions, input: Readable): Promise<Contents> =>
  options.databaseUrl === null ? restoreFolder(options, input) : restoreWith(options, input);

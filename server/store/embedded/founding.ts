import { dirname, join, resolve } from "node:path";
import { damaged } from "./damaged.ts";
import { DOCUMENTS_FOLDER } from "./documents.ts";
import type { Files } from "./files.ts";
import { JOURNAL_FILE } from "./journal.ts";
import { MANIFEST_FILE, newManifest, STATE_FOLDER, writeManifest } from "./manifest.ts";

/** What a store leaves in its folder: where any of it is there, the store is not a new one. */
const TRACES = [JOURNAL_FILE, STATE_FOLDER, DOCUMENTS_FOLDER];

/**
 * Whether a folder holds no store yet.
 * @throws {StoreRefused} where it holds a part of one.
 */
export async function isNew(files: Files, folder: string): Promise<boolean> {
  const names = await files.list(folder);
  const state = await files.list(join(folder, STATE_FOLDER));
  if (state.includes("manifest.json")) return false;
  const unfinished = state.every((name) => name.startsWith("manifest.json.")) && !names.includes(JOURNAL_FILE);
  if (unfinished && !names.includes(DOCUMENTS_FOLDER)) return true;
  if (!TRACES.some((name) => names.includes(name))) return true;
  throw damaged(join(folder, MANIFEST_FILE), "it is missing");
}

/**
 * Makes an empty store. The manifest comes first and says that the store is being founded, so that a journal that is
 * missing can never be taken for one that is not there yet.
 */
export async function found(files: Files, folder: string): Promise<void> {
  await files.makeFolder(join(folder, STATE_FOLDER));
  await files.syncFolder(dirname(resolve(folder)));
  await files.syncFolder(folder);
  await writeManifest(files, folder, newManifest("founding"));
  await finishFounding(files, folder);
}

/** Makes the journal, and then declares the store ready. */
export async function finishFounding(files: Files, folder: string): Promise<void> {
  if (!(await files.list(folder)).includes(JOURNAL_FILE)) {
    const journal = await files.create(join(folder, JOURNAL_FILE));
    await journal.close();
  }
  await files.syncFolder(folder);
  await writeManifest(files, folder, newManifest("ready"));
}

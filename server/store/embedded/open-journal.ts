import { join } from "node:path";
import { cutTornTail } from "./cut-torn-tail.ts";
import { damaged, LAST_WAY_OUT } from "./damaged.ts";
import type { Files, OpenFile } from "./files.ts";
import { JOURNAL_FILE, Journal } from "./journal.ts";
import { isMissing } from "./whole-file.ts";

/**
 * Opens the journal of a store, without what a write that was never acknowledged left at its end.
 * @param from up to where it is known to be good, in bytes
 * @throws {StoreRefused} where it is missing, or shorter or otherwise than it was written.
 */
export async function openJournal(files: Files, folder: string, from: number): Promise<Journal> {
  const path = join(folder, JOURNAL_FILE);
  const file = await edit(files, path);
  try {
    return new Journal(path, file, await cutTornTail(path, file, from));
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function edit(files: Files, path: string): Promise<OpenFile> {
  try {
    return await files.edit(path);
  } catch (error) {
    if (isMissing(error)) throw damaged(path, "it is missing", LAST_WAY_OUT);
    throw error;
  }
}

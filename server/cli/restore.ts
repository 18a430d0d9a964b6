import type { Language } from "../../engine/index.ts";
import type { Contents } from "../backup/backup-lines.ts";
import { BackupRefused } from "../backup/backup-refused.ts";
import { restore as restoreBackup } from "../backup/restore.ts";
import { messages } from "../language/messages.ts";
import type { StoreOptions } from "../store/open-store.ts";
import { openFile } from "./files.ts";
import { Refusal } from "./refusal.ts";
import { nameOf, serversStore } from "./store-place.ts";

export interface RestoreOptions {
  lang: Language;
}

async function restoreInto(store: StoreOptions, file: string): Promise<Contents> {
  try {
    return await restoreBackup(store, openFile(file));
  } catch (error) {
    if (!(error instanceof BackupRefused)) throw error;
    const subject = error.problem.code === "place-not-empty" ? nameOf(store) : file;
    throw new Refusal(subject, [error.problem]);
  }
}

/**
 * `qagida restore`: what `qagida backup` wrote, into the empty place that the server's settings name.
 * @returns the exit code, always 0
 */
export async function restore(file: string, { lang }: RestoreOptions): Promise<number> {
  const store = serversStore();
  const { events, documents, root } = await restoreInto(store, file);
  process.stderr.write(`${messages(lang)("cli.restored", { events, documents, root, place: nameOf(store) })}\n`);
  return 0;
}

import { pipeline } from "node:stream/promises";
import type { Language } from "../../engine/index.ts";
import { backUp, backUpIntoFile } from "../backup/back-up.ts";
import type { Contents } from "../backup/backup-lines.ts";
import { messages } from "../language/messages.ts";
import { serverProblem } from "../problem.ts";
import type { LogSource } from "../store/log-source.ts";
import { openLog } from "../store/open-log.ts";
import { Refusal } from "./refusal.ts";
import { refuseMissing, serversStore } from "./store-place.ts";

export interface BackupOptions {
  lang: Language;
}

/** A file that could not be written as a refusal; any other failure as it is. */
function writeFailure(file: string, error: unknown): unknown {
  const { path, code } = error as NodeJS.ErrnoException;
  if (!path?.startsWith(file) && code !== "ENOSPC") return error;
  return new Refusal(file, [serverProblem("unwritable-file", "", { reason: code ?? "" })]);
}

async function write(file: string, log: LogSource): Promise<Contents> {
  const madeAt = new Date().toISOString();
  if (file === "-") return backUp(log, madeAt, (packed) => pipeline(packed, process.stdout));
  return backUpIntoFile(file, log, madeAt).catch((error) => {
    throw writeFailure(file, error);
  });
}

/**
 * `qagida backup`: all events and documents of the server's store in one file, while the server runs.
 * @returns the exit code, always 0
 */
export async function backup(file: string, { lang }: BackupOptions): Promise<number> {
  const store = serversStore();
  refuseMissing(store);
  const log = await openLog(store);
  try {
    const { events, documents, root } = await write(file, log);
    process.stderr.write(`${messages(lang)("cli.backed-up", { events, documents, root })}\n`);
    return 0;
  } finally {
    await log.close();
  }
}

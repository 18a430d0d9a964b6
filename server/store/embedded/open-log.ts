import { join } from "node:path";
import { StoreRefused } from "../failures.ts";
import type { LogSource } from "../log-source.ts";
import type { WrittenEvent } from "../store.ts";
import { findTorn } from "./cut-torn-tail.ts";
import { damaged, LAST_WAY_OUT } from "./damaged.ts";
import { Documents } from "./documents.ts";
import type { OpenFile } from "./files.ts";
import { JOURNAL_FILE, Journal } from "./journal.ts";
import { type Manifest, readManifest } from "./manifest.ts";
import { NODE_FILES } from "./node-files.ts";
import { refusePhase } from "./refuse-phase.ts";

/** Where the log ends. What the manifest says was written is no torn end, however many events came in one batch. */
async function findEnd(path: string, file: OpenFile, { bytes }: Manifest): Promise<number> {
  const size = await file.size();
  if (size < bytes) throw damaged(path, `it ends at byte ${size}, but ${bytes} bytes were written`, LAST_WAY_OUT);
  const torn = await findTorn(path, file, 0, size);
  if (torn !== null && torn < bytes)
    throw damaged(path, `the event at byte ${torn} is not what was written`, LAST_WAY_OUT);
  return torn ?? size;
}

async function* eventsOf(journal: Journal): AsyncGenerator<WrittenEvent> {
  let seq = 0;
  for await (const events of journal.scan(0)) for (const { event } of events) yield { seq: seq++, line: event };
}

/**
 * Opens the log of the store in a folder up to its last whole event: for reading only, and without the lock, so that the
 * server may be at work on it.
 * @throws {StoreRefused} where there is no store, or its journal is damaged.
 */
export async function openEmbeddedLog(folder: string): Promise<LogSource> {
  if ((await NODE_FILES.list(folder)).length === 0)
    throw new StoreRefused("damaged", `There is no store in ${folder}.`);
  const manifest = await readManifest(NODE_FILES, folder);
  refusePhase(folder, manifest.phase);
  const path = join(folder, JOURNAL_FILE);
  const file = await NODE_FILES.read(path);
  const documents = new Documents(NODE_FILES, folder);
  try {
    const journal = new Journal(path, file, await findEnd(path, file, manifest));
    return {
      events: () => eventsOf(journal),
      document: (sha256) => documents.read(sha256),
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

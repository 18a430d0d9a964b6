import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { StoreRefused } from "../failures.ts";
import type { Files } from "./files.ts";
import { isAlive, thisProcess } from "./process-identity.ts";
import { isMissing, readWhole, writeAll } from "./whole-file.ts";

const LOCK_FILE = "lock";
/** Held for the moment in which the lock of a dead process is taken away, so that no living one's is. */
const TAKEOVER_FILE = "lock.takeover";
const ATTEMPTS = 100;
const PAUSE_MS = 20;
let taken = 0;

/** Reads who holds a lock; null where nobody does. */
async function readHolder(files: Files, path: string): Promise<string | null> {
  try {
    return (await readWhole(files, path)).toString();
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

async function tryToTake(files: Files, path: string, own: string): Promise<boolean> {
  try {
    await files.link(own, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Takes away the lock of a dead process; where another one is about it, waits a moment. */
async function removeStale(files: Files, folder: string, own: string): Promise<void> {
  const [path, takeover] = [join(folder, LOCK_FILE), join(folder, TAKEOVER_FILE)];
  if (!(await tryToTake(files, takeover, own))) {
    const holder = await readHolder(files, takeover);
    if (holder !== null && !isAlive(holder)) throw locked(folder, takeover, holder);
    await sleep(PAUSE_MS);
    return;
  }
  try {
    const holder = await readHolder(files, path);
    if (holder !== null && !isAlive(holder)) await files.remove(path);
  } finally {
    await files.remove(takeover);
  }
}

async function take(files: Files, folder: string, own: string): Promise<void> {
  const path = join(folder, LOCK_FILE);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (await tryToTake(files, path, own)) return;
    const holder = await readHolder(files, path);
    if (holder !== null && isAlive(holder)) throw locked(folder, path, holder);
    if (holder !== null) await removeStale(files, folder, own);
  }
  throw locked(folder, path, (await readHolder(files, path)) ?? "");
}

/**
 * Keeps every other process out of a folder.
 * @returns lets them in again
 * @throws {StoreRefused} where a living process is in there.
 */
export async function takeLock(files: Files, folder: string): Promise<() => Promise<void>> {
  const own = join(folder, `${LOCK_FILE}.${process.pid}-${++taken}`);
  const file = await files.create(own);
  try {
    await writeAll(file, Buffer.from(`${JSON.stringify(thisProcess())}\n`), 0);
    await take(files, folder, own);
    return () => files.remove(join(folder, LOCK_FILE));
  } finally {
    await file.close();
    await files.remove(own);
  }
}

function locked(folder: string, path: string, holder: string): StoreRefused {
  const pid = /"pid":(\d+)/.exec(holder)?.[1] ?? "?";
  return new StoreRefused(
    "locked",
    `${folder} is in use by another process (${pid}). Stop it, or choose another folder with QAGIDA_DATA. ` +
      `If no such process uses it, remove ${path}.`,
  );
}

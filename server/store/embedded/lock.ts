import { join } from "node:path";
import { StoreRefused } from "../failures.ts";
import type { Files } from "./files.ts";
import { isAlive, thisProcess } from "./process-identity.ts";
import { isMissing, readWhole, writeAll } from "./whole-file.ts";

const LOCK_FILE = "lock";
const ATTEMPTS = 3;
let taken = 0;

/** Reads who holds the lock; null where nobody does. */
async function readHolder(files: Files, path: string): Promise<string | null> {
  try {
    return (await readWhole(files, path)).toString();
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Takes away the lock of a process that is dead, unless another one has taken its place meanwhile. */
async function removeStale(files: Files, path: string, stale: string, aside: string): Promise<void> {
  try {
    await files.rename(path, aside);
  } catch (error) {
    if (isMissing(error)) return;
    throw error;
  }
  if ((await readHolder(files, aside)) !== stale) await files.link(aside, path).catch(() => {});
  await files.remove(aside);
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

/**
 * Keeps every other process out of a folder.
 * @returns lets them in again
 * @throws {StoreRefused} where a living process is in there.
 */
export async function takeLock(files: Files, folder: string): Promise<() => Promise<void>> {
  const path = join(folder, LOCK_FILE);
  const own = `${path}.${process.pid}-${++taken}`;
  const me = `${JSON.stringify({ ...thisProcess(), number: taken })}\n`;
  const file = await files.create(own);
  try {
    await writeAll(file, Buffer.from(me), 0);
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (await tryToTake(files, path, own)) return () => files.remove(path);
      const holder = await readHolder(files, path);
      if (holder !== null && isAlive(holder)) throw locked(folder, path, holder);
      if (holder !== null) await removeStale(files, path, holder, `${own}.stale`);
    }
    throw locked(folder, path, (await readHolder(files, path)) ?? "");
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

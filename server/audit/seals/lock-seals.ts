import { takeLock } from "../../store/embedded/lock.ts";
import { NODE_FILES } from "../../store/embedded/node-files.ts";
import { StoreRefused } from "../../store/failures.ts";
import type { SealFolder } from "./seal-folder.ts";

/** Keeps other processes from sealing until what is answered is called; null where another one seals just now. */
export async function lockSeals({ path }: SealFolder): Promise<(() => Promise<void>) | null> {
  try {
    return await takeLock(NODE_FILES, path);
  } catch (error) {
    if (error instanceof StoreRefused && error.code === "locked") return null;
    throw error;
  }
}

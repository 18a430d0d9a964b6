import { join } from "node:path";
import { checkpoint, removeOthers } from "./checkpoint.ts";
import type { Files } from "./files.ts";
import { LIMITS, type Limits } from "./limits.ts";
import { takeLock } from "./lock.ts";
import { newManifest, STATE_FOLDER, writeManifest } from "./manifest.ts";
import { NODE_FILES } from "./node-files.ts";
import { openJournal } from "./open-journal.ts";
import { refuseUnfinishedCopy } from "./refuse-phase.ts";
import { replay } from "./replay.ts";
import { openState } from "./state.ts";

async function remake(files: Files, folder: string, limits: Limits): Promise<number> {
  const journal = await openJournal(files, folder, 0);
  try {
    const manifest = newManifest("rebuilding");
    await files.makeFolder(join(folder, STATE_FOLDER));
    await files.syncFolder(folder);
    await writeManifest(files, folder, manifest);
    await removeOthers(files, join(folder, STATE_FOLDER), manifest);
    const state = await openState(files, folder, journal, manifest, limits);
    let since = 0;
    await replay(state, manifest, async (read) => {
      since += read;
      if (since < limits.checkpointBytes) return;
      since = 0;
      await checkpoint(state, "rebuilding");
    });
    await checkpoint(state, "ready");
    return state.index.size;
  } finally {
    await journal.close();
  }
}

/**
 * Makes the state of a store anew from its journal.
 * @returns how many events there are
 * @throws {StoreRefused} where another process is in there, or the journal itself is damaged.
 */
export async function rebuildEmbeddedStore(
  folder: string,
  { files = NODE_FILES, ...limits }: { files?: Files } & Partial<Limits> = {},
): Promise<number> {
  const release = await takeLock(files, folder);
  try {
    await refuseUnfinishedCopy(files, folder);
    return await remake(files, folder, { ...LIMITS, ...limits });
  } finally {
    await release();
  }
}

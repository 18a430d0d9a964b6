import { join } from "node:path";
import { damaged } from "./damaged.ts";
import type { Files } from "./files.ts";
import { MANIFEST_FILE, type Phase, readManifest } from "./manifest.ts";

const BEGIN_AGAIN = "Empty the folder and begin again: what was being copied is still where it came from.";

/** Refuses a store into which a copy broke off: its journal is not whole. A manifest that cannot be read says nothing. */
export async function refuseUnfinishedCopy(files: Files, folder: string): Promise<void> {
  const manifest = await readManifest(files, folder).catch(() => null);
  if (manifest?.phase === "taking-over") refusePhase(folder, manifest.phase);
}

/** Refuses a store on which some work broke off. @throws {StoreRefused} naming the way out. */
export function refusePhase(folder: string, phase: Phase): void {
  const path = join(folder, MANIFEST_FILE);
  if (phase === "rebuilding") throw damaged(path, "making the state anew broke off");
  if (phase === "taking-over") throw damaged(path, "a copy into this folder broke off", BEGIN_AGAIN);
}

import { join } from "node:path";
import { damaged } from "./damaged.ts";
import { MANIFEST_FILE, type Phase } from "./manifest.ts";

const BEGIN_AGAIN = "Empty the folder and begin again: what was being copied is still where it came from.";

/** Refuses a store on which some work broke off. @throws {StoreRefused} naming the way out. */
export function refusePhase(folder: string, phase: Phase): void {
  const path = join(folder, MANIFEST_FILE);
  if (phase === "rebuilding") throw damaged(path, "making the state anew broke off");
  if (phase === "taking-over") throw damaged(path, "a copy into this folder broke off", BEGIN_AGAIN);
}

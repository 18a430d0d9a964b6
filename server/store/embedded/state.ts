import { join } from "node:path";
import { EventIndex } from "./event-index.ts";
import type { Files } from "./files.ts";
import type { Journal } from "./journal.ts";
import type { Limits } from "./limits.ts";
import { type Manifest, STATE_FOLDER } from "./manifest.ts";
import { Partitions } from "./partitions.ts";

/** The journal, and what is made from it. */
export interface State {
  files: Files;
  /** The folder of the store. */
  folder: string;
  journal: Journal;
  index: EventIndex;
  partitions: Partitions;
}

/** The state that a manifest names, before the journal's tail is replayed over it. */
export async function openState(
  files: Files,
  folder: string,
  journal: Journal,
  manifest: Manifest,
  { memoryBytes }: Pick<Limits, "memoryBytes">,
): Promise<State> {
  const stateFolder = join(folder, STATE_FOLDER);
  const index = new EventIndex(files, stateFolder, manifest.index);
  await index.open();
  return {
    files,
    folder,
    journal,
    index,
    partitions: new Partitions(files, stateFolder, manifest.partitions, memoryBytes),
  };
}

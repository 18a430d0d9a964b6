import { basename, join } from "node:path";
import { stateFiles } from "./check-files.ts";
import type { Files } from "./files.ts";
import { MANIFEST_FILE, type Manifest, type Phase, STATE_FOLDER, writeManifest } from "./manifest.ts";
import type { State } from "./state.ts";

/**
 * Brings the state's files up to date while changes go on: each file is a state of its own moment, and says of which. The
 * manifest names them all at once; files that it does not name any more are removed.
 * @returns up to which byte of the journal the state goes now.
 */
export async function checkpoint(state: State, phase: Phase): Promise<number> {
  const { files, folder, journal, index, partitions } = state;
  const position = { events: index.size, bytes: journal.length };
  await index.write();
  for (const partition of partitions.dirty()) await partition.write(() => index.size);
  const manifest: Manifest = {
    format: 1,
    phase,
    ...position,
    partitions: partitions.files(),
    index: [...index.blockFiles],
  };
  await writeManifest(files, folder, manifest);
  await removeOthers(files, join(folder, STATE_FOLDER), manifest);
  partitions.evict();
  return position.bytes;
}

/** Removes files that a manifest does not name: those of an older state, and those of a write that broke off. */
export async function removeOthers(files: Files, folder: string, manifest: Manifest): Promise<void> {
  const named = new Set([basename(MANIFEST_FILE), ...stateFiles(manifest).map(([name]) => name)]);
  for (const name of await files.list(folder)) if (!named.has(name)) await files.remove(join(folder, name));
}

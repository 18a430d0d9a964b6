import { join } from "node:path";
import { Low } from "lowdb";
import { StoreRefused } from "../failures.ts";
import { DurableFile, type Format } from "./durable-file.ts";
import type { IndexFile } from "./event-index.ts";
import type { Files } from "./files.ts";
import type { PartitionFile } from "./partition.ts";

/** What the store is about; whatever it is but "ready", it cannot be worked with until that is done. */
export type Phase = "founding" | "ready" | "rebuilding" | "taking-over";

/** Which files make up the state, and up to where in the journal they go. */
export interface Manifest {
  format: 1;
  phase: Phase;
  /** How many events of the journal the state has seen, and how many bytes these are. */
  events: number;
  bytes: number;
  partitions: Record<string, PartitionFile>;
  index: IndexFile[];
}

export const STATE_FOLDER = "state";
export const MANIFEST_FILE = join(STATE_FOLDER, "manifest.json");

export const newManifest = (phase: Phase): Manifest => ({
  format: 1,
  phase,
  events: 0,
  bytes: 0,
  partitions: {},
  index: [],
});

const FORMAT: Format<Manifest> = {
  write: (manifest) => [`${JSON.stringify(manifest, null, 1)}\n`],
  read: (bytes) => JSON.parse(bytes.toString()),
};

/** Reads the manifest of a store. @throws {StoreRefused} where it is missing, torn, or of a later version. */
export async function readManifest(files: Files, folder: string): Promise<Manifest> {
  const path = join(folder, MANIFEST_FILE);
  const low = new Low(new DurableFile(files, path, FORMAT), newManifest("founding"));
  await low.read();
  if (low.data.format !== 1)
    throw new StoreRefused("unknown-format", `${path}: was written by another version (format ${low.data.format}).`);
  return low.data;
}

export const writeManifest = (files: Files, folder: string, manifest: Manifest): Promise<void> =>
  new Low(new DurableFile(files, join(folder, MANIFEST_FILE), FORMAT), manifest).write();

import { join } from "node:path";
import { damaged } from "./damaged.ts";
import { indexFile } from "./event-index.ts";
import type { Files } from "./files.ts";
import { type Manifest, STATE_FOLDER } from "./manifest.ts";
import { partitionFile } from "./partition-name.ts";
import { isMissing } from "./whole-file.ts";

/** The names of the files that make up the state, in the state's folder, and how many bytes each one has. */
export function stateFiles({ partitions, index }: Manifest): [name: string, bytes: number][] {
  const named = Object.entries(partitions).map(([name, { upTo, bytes }]): [string, number] => [
    partitionFile(name, upTo),
    bytes,
  ]);
  return [...named, ...index.map(({ count, bytes }, number): [string, number] => [indexFile(number, count), bytes])];
}

async function sizeOf(files: Files, path: string): Promise<number> {
  try {
    const file = await files.read(path);
    return await file.size().finally(() => file.close());
  } catch (error) {
    if (isMissing(error)) throw damaged(path, "it is missing");
    throw error;
  }
}

/** Sees to it that each file of the state is there with its size. @throws {StoreRefused} naming the one that is not. */
export async function checkFiles(files: Files, folder: string, manifest: Manifest): Promise<void> {
  for (const [name, bytes] of stateFiles(manifest)) {
    const path = join(folder, STATE_FOLDER, name);
    const size = await sizeOf(files, path);
    if (size !== bytes) throw damaged(path, `it has ${size} bytes instead of ${bytes}`);
  }
}

import { readFile } from "node:fs/promises";
import { HASH_BYTES } from "../merkle/hash.ts";
import { appendDurably } from "./durable-file.ts";

/** Reads the hashes of tiles; none where the file is not there. */
export async function readTiles(file: string): Promise<Buffer[]> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return Buffer.alloc(0);
    throw error;
  });
  const whole = Math.floor(bytes.length / HASH_BYTES);
  return Array.from({ length: whole }, (_, at) => bytes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES));
}

/** Writes the hashes of tiles behind so many that the file holds. */
export async function appendTiles(file: string, held: number, tiles: readonly Buffer[]): Promise<void> {
  if (tiles.length > 0) await appendDurably(file, held * HASH_BYTES, Buffer.concat(tiles));
}

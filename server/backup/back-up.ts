import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { LogSource } from "../store/log-source.ts";
import { backupLines, type Contents } from "./backup-lines.ts";
import { writeDurably } from "./write-durably.ts";

/** How much is compressed at a time: lines one by one would cost more than what they hold. */
const PIECE = 256 * 1024;

/** The lines, joined to pieces; keeps what they return. */
async function* joined(lines: AsyncGenerator<string, Contents>, keep: (contents: Contents) => void) {
  let piece = "";
  for (;;) {
    const { done, value } = await lines.next();
    if (done) {
      keep(value);
      break;
    }
    piece += value;
    if (piece.length < PIECE) continue;
    yield Buffer.from(piece);
    piece = "";
  }
  yield Buffer.from(piece);
}

/** Writes a backup to a stream, and ends it. */
export async function backUpTo(output: Writable, source: LogSource, madeAt: string): Promise<Contents> {
  let contents: Contents | undefined;
  const pieces = joined(backupLines(source, madeAt), (all) => {
    contents = all;
  });
  await pipeline(Readable.from(pieces), createGzip(), output);
  return contents as Contents;
}

/**
 * Writes a backup into a file, durably.
 * @throws where a document is missing, or the file could not be written: then there is none, or the one before.
 */
export async function backUp(file: string, source: LogSource, madeAt: string): Promise<Contents> {
  let contents: Contents | undefined;
  await writeDurably(file, async (handle) => {
    contents = await backUpTo(handle.createWriteStream({ autoClose: false }), source, madeAt);
  });
  return contents as Contents;
}

import { writeFile } from "node:fs/promises";
import { pipeline, Readable } from "node:stream";
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

/**
 * Makes a backup.
 * @param write takes its bytes, all of them
 * @returns what it holds
 * @throws where a document is missing, or it could not be written.
 */
export async function backUp(
  source: LogSource,
  madeAt: string,
  write: (packed: Readable) => Promise<void>,
): Promise<Contents> {
  let contents: Contents | undefined;
  const pieces = joined(backupLines(source, madeAt), (all) => {
    contents = all;
  });
  const packed = createGzip();
  pipeline(Readable.from(pieces), packed, () => undefined); // A failure comes up where it is read.
  await write(packed);
  return contents as Contents;
}

/**
 * Makes a backup in a file, durably.
 * @throws where a document is missing, or the file could not be written: then there is none, or the one before.
 */
export async function backUpIntoFile(file: string, source: LogSource, madeAt: string): Promise<Contents> {
  let contents: Contents | undefined;
  await writeDurably(file, async (handle) => {
    contents = await backUp(source, madeAt, (packed) => writeFile(handle, packed));
  });
  return contents as Contents;
}

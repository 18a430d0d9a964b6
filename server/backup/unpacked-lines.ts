import { pipeline, type Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { readLines } from "../audit/read-lines.ts";
import { BackupRefused } from "./backup-refused.ts";

/** What zlib says of a file that ends early. */
const ENDS_EARLY = "Z_BUF_ERROR";

function asRefusal(error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === ENDS_EARLY) return new BackupRefused("backup-torn");
  return code?.startsWith("Z_") ? new BackupRefused("backup-altered") : error;
}

/**
 * The lines of a gzip'd file.
 * @throws {BackupRefused} where it is torn or altered.
 */
export async function* unpackedLines(input: Readable): AsyncGenerator<string> {
  const unpacked = createGunzip();
  pipeline(input, unpacked, () => undefined); // A failure comes up where the lines are read.
  try {
    for await (const { bytes, ended } of readLines(unpacked)) {
      if (!ended) throw new BackupRefused("backup-torn");
      yield bytes.toString("utf8");
    }
  } catch (error) {
    throw asRefusal(error);
  }
}

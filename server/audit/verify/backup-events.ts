import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { EVENT_BEGINS } from "../../backup/backup-format.ts";
import { leafHash } from "../merkle/hash.ts";
import { readLines } from "../read-lines.ts";
import type { KeptEvent } from "./kept-event.ts";

/** Reads the events of a backup. No hash stands beside them: the seals alone can tell whether they are what was written. */
export async function* backupEvents(file: string): AsyncGenerator<KeptEvent> {
  const unpacked = createGunzip();
  pipeline(createReadStream(file), unpacked, () => undefined); // A failure comes up where it is read.
  for await (const { bytes: line } of readLines(unpacked)) {
    if (line.toString("latin1", 0, EVENT_BEGINS.length) !== EVENT_BEGINS) continue;
    yield { line, hash: leafHash(line).toString("hex"), settled: true };
  }
}

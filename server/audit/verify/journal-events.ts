import { createReadStream } from "node:fs";
import { readLines } from "../read-lines.ts";
import type { KeptEvent } from "./kept-event.ts";

const HASH = /^[0-9a-f]{64}$/;
const HASH_CHARACTERS = 64;
/** What stands between the hash and the event: a space where a write began, a plus sign where it went on. */
const BEGAN = " ".charCodeAt(0);
const WENT_ON = "+".charCodeAt(0);

/**
 * Reads the journal of an embedded store, from a copy or while the store is in use: it takes no lock.
 * @param length how far to read, in bytes
 */
export async function* journalEvents(file: string, length: number): AsyncGenerator<KeptEvent> {
  if (length === 0) return;
  for await (const { bytes, ended } of readLines(createReadStream(file, { end: length - 1 }))) {
    const hash = bytes.toString("latin1", 0, HASH_CHARACTERS);
    const mark = bytes[HASH_CHARACTERS];
    const isLine = ended && HASH.test(hash) && (mark === BEGAN || mark === WENT_ON);
    yield {
      line: bytes.subarray(HASH_CHARACTERS + 1),
      hash: isLine ? hash : null,
      settled: isLine && mark === BEGAN,
    };
  }
}

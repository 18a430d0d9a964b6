import { damaged, LAST_WAY_OUT } from "./damaged.ts";
import type { OpenFile } from "./files.ts";
import { readJournalLine } from "./journal-line.ts";
import { scanLines } from "./journal-scan.ts";

/**
 * Finds how far the journal is good, cuts off what a write that was never acknowledged left behind it, and makes sure that
 * the rest is on disk.
 * @param from up to where it is known to be good
 * @returns the length of what is good
 * @throws {StoreRefused} where something is wrong before the last batch.
 */
export async function cutTornTail(path: string, file: OpenFile, from: number): Promise<number> {
  const size = await file.size();
  if (size < from) throw damaged(path, `it ends at byte ${size}, but ${from} bytes were written`, LAST_WAY_OUT);
  const torn = await findTorn(path, file, from, size);
  if (torn !== null) await file.truncate(torn);
  await file.sync();
  return torn ?? size;
}

/** Where a write that was never acknowledged begins; null where every line is whole. */
export async function findTorn(path: string, file: OpenFile, from: number, to: number): Promise<number | null> {
  let torn: number | null = null;
  for await (const lines of scanLines(file, from, to)) {
    for (const { offset, bytes, ended } of lines) {
      const line = ended ? readJournalLine(bytes) : null;
      if (line === null) torn ??= offset;
      else if (torn !== null && line.begins)
        throw damaged(path, `the event at byte ${torn} is not what was written`, LAST_WAY_OUT);
    }
  }
  return torn;
}

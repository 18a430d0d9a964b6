import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Problem } from "../../../engine/index.ts";
import { serverProblem } from "../../problem.ts";
import { checkState } from "./check-state.ts";
import { findTorn } from "./cut-torn-tail.ts";
import { indexFile } from "./event-index.ts";
import type { Files, OpenFile } from "./files.ts";
import { JOURNAL_FILE } from "./journal.ts";
import { readJournalLine } from "./journal-line.ts";
import { scanLines } from "./journal-scan.ts";
import { takeLock } from "./lock.ts";
import { type Manifest, readManifest, STATE_FOLDER } from "./manifest.ts";
import { partitionFile } from "./partition-name.ts";
import { isMissing, readWhole } from "./whole-file.ts";

/** The files of the state with their hashes. */
const hashedFiles = ({ partitions, index }: Manifest): [name: string, sha256: string][] => [
  ...Object.entries(partitions).map(([name, { upTo, sha256 }]): [string, string] => [
    partitionFile(name, upTo),
    sha256,
  ]),
  ...index.map(({ count, sha256 }, number): [string, string] => [indexFile(number, count), sha256]),
];

async function hashOf(files: Files, path: string): Promise<string | null> {
  try {
    return createHash("sha256")
      .update(await readWhole(files, path))
      .digest("hex");
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

async function* checkStateFiles(files: Files, folder: string, manifest: Manifest): AsyncGenerator<Problem> {
  for (const [name, sha256] of hashedFiles(manifest)) {
    const found = await hashOf(files, join(folder, STATE_FOLDER, name));
    if (found === null) yield serverProblem("state-file-missing", "", { file: join(STATE_FOLDER, name) });
    else if (found !== sha256) yield serverProblem("state-file-differs", "", { file: join(STATE_FOLDER, name) });
  }
}

/** Checks the journal's lines, and returns up to which byte they are whole. */
async function* checkJournal(
  files: Files,
  folder: string,
  { bytes: written }: Manifest,
): AsyncGenerator<Problem, number | null> {
  const path = join(folder, JOURNAL_FILE);
  const file = await files.read(path);
  try {
    const size = await file.size();
    if (size < written) {
      yield serverProblem("journal-short", "", { size, written });
      return null;
    }
    const bad = yield* checkLines(file, written);
    return bad > 0 ? null : ((await findTorn(path, file, written, size)) ?? size);
  } finally {
    await file.close();
  }
}

/** Checks the lines of the journal up to a byte, and returns how many are not what was written. */
async function* checkLines(file: OpenFile, written: number): AsyncGenerator<Problem, number> {
  let number = 0;
  let bad = 0;
  for await (const lines of scanLines(file, 0, written))
    for (const { bytes, ended } of lines) {
      number++;
      if (ended && readJournalLine(bytes) !== null) continue;
      bad++;
      yield serverProblem("journal-line-differs", "", { number });
    }
  return bad;
}

async function* checkAlone(files: Files, folder: string): AsyncGenerator<Problem> {
  const manifest = await readManifest(files, folder);
  const good = yield* checkJournal(files, folder, manifest);
  let isWhole = good !== null;
  for await (const problem of checkStateFiles(files, folder, manifest)) {
    isWhole = false;
    yield problem;
  }
  if (isWhole && good !== null) yield* checkState(files, folder, manifest, good);
}

/**
 * Checks the hash of every line of the journal and of every file of the state as they are, and that the state is what the
 * journal says; nothing is changed.
 * @throws {StoreRefused} where another process is in there, or the manifest itself cannot be read.
 */
export async function* checkEmbeddedFiles(files: Files, folder: string): AsyncGenerator<Problem> {
  const release = await takeLock(files, folder);
  try {
    yield* checkAlone(files, folder);
  } finally {
    await release();
  }
}

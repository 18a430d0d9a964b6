import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { LogSeals } from "../../../server/audit/seals/log-seals.ts";
import { type SealFolder, sealFolder } from "../../../server/audit/seals/seal-folder.ts";
import { readSeals } from "../../../server/audit/seals/seals-file.ts";
import type { Signer } from "../../../server/audit/seals/signed-note.ts";
import { signingKey } from "../../../server/audit/seals/signing-key.ts";
import { verifierKey } from "../../../server/audit/seals/verifier-key.ts";
import { journalEvents } from "../../../server/audit/verify/journal-events.ts";
import type { Verified } from "../../../server/audit/verify/verified.ts";
import { verifyLog } from "../../../server/audit/verify/verify-log.ts";
import { temporaryFolder } from "../../temporary-folder.ts";
import { journalLines, logOf, writeLog } from "../written-log.ts";

export const EVENTS = 60;
/** So many events stand between two seals. */
const APART = 5;

/** A log, its journal, and its seals. */
export interface SealedLog {
  events: string[];
  journal: Buffer;
  checkpoints: Buffer;
}

/** Seals a log again and again while it grows. */
export async function sealsOf(events: readonly string[], signer: Signer): Promise<Buffer> {
  const folder = sealFolder(temporaryFolder("seals"));
  const grown: string[] = [];
  const seals = new LogSeals(logOf(grown), folder, signer, {
    now: () => new Date(Date.UTC(2025, 2, 20, 11, 0, grown.length)),
  });
  for (let size = APART; size <= events.length; size += APART) {
    grown.push(...events.slice(grown.length, size));
    await seals.extend();
  }
  return readFile(folder.checkpoints);
}

export const newSigner = async (): Promise<Signer> => signingKey(sealFolder(temporaryFolder("seals")));

export async function sealedLog(signer: Signer, events = writeLog(EVENTS)): Promise<SealedLog> {
  return { events, journal: Buffer.concat(journalLines(events)), checkpoints: await sealsOf(events, signer) };
}

/** Verifies files as the command does: with the key, and with seals that were kept elsewhere if there are any. */
export async function verifyFiles(
  folder: SealFolder,
  { journal, checkpoints }: Pick<SealedLog, "journal" | "checkpoints">,
  signer: Signer,
  copy: Buffer | null = null,
): Promise<Verified> {
  const file = join(folder.path, "journal.ndjson");
  const copied = join(folder.path, "copy");
  await writeFile(file, journal);
  await writeFile(folder.checkpoints, checkpoints);
  await writeFile(copied, copy ?? "");
  const series = [{ seals: readSeals(folder.checkpoints, 0, checkpoints.length), whole: true }];
  if (copy) series.push({ seals: readSeals(copied, 0, copy.length), whole: false });
  return verifyLog(journalEvents(file, journal.length), series, verifierKey(signer.name, signer.privateKey));
}

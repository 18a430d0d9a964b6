import type { Store } from "../store.ts";
import { checkFiles } from "./check-files.ts";
import type { Files } from "./files.ts";
import { finishFounding, found, isNew } from "./founding.ts";
import { LIMITS, type Limits } from "./limits.ts";
import { takeLock } from "./lock.ts";
import { type Manifest, readManifest } from "./manifest.ts";
import { NODE_FILES } from "./node-files.ts";
import { openJournal } from "./open-journal.ts";
import { refusePhase } from "./refuse-phase.ts";
import { replay } from "./replay.ts";
import { runStore } from "./run-store.ts";
import { openState, type State } from "./state.ts";

export interface EmbeddedOptions extends Partial<Limits> {
  now(): Date;
  /** The files of this machine, unless a test gives others. */
  files?: Files;
  /** Told when the disk failed so that nothing is known of what is on it. Unless given, the process ends. */
  onFatal?(error: Error): void;
  /** Told what went wrong without harm. Unless given, the process warns. */
  warn?(warning: string): void;
}

const emitWarning = (warning: string): void => process.emitWarning(warning);

function endProcess(error: Error): void {
  process.stderr.write(`The disk failed while a change was being made durable: ${error.message}. The process ends.\n`);
  process.exit(1);
}

/** Reads the manifest; makes an empty store where there is none, and finishes one whose making broke off. */
async function manifestOf(files: Files, folder: string): Promise<Manifest> {
  if (await isNew(files, folder)) await found(files, folder);
  const manifest = await readManifest(files, folder);
  if (manifest.phase !== "founding") return manifest;
  await finishFounding(files, folder);
  return readManifest(files, folder);
}

async function openReady(files: Files, folder: string, limits: Limits): Promise<{ state: State; written: number }> {
  const manifest = await manifestOf(files, folder);
  refusePhase(folder, manifest.phase);
  await checkFiles(files, folder, manifest);
  const journal = await openJournal(files, folder, manifest.bytes);
  try {
    const state = await openState(files, folder, journal, manifest, limits);
    await replay(state, manifest);
    return { state, written: manifest.bytes };
  } catch (error) {
    await journal.close();
    throw error;
  }
}

/**
 * Opens the store in a folder, and makes an empty one where there is none.
 * @throws {StoreRefused} where another process is in there, or a file is missing, empty, torn or changed.
 */
export async function openEmbeddedStore(
  folder: string,
  { now, files = NODE_FILES, onFatal = endProcess, warn = emitWarning, ...given }: EmbeddedOptions,
): Promise<Store> {
  const limits = { ...LIMITS, ...given };
  await files.makeFolder(folder);
  const release = await takeLock(files, folder);
  try {
    const { state, written } = await openReady(files, folder, limits);
    return await runStore(state, written, { now, onFatal, warn, release, checkpointBytes: limits.checkpointBytes });
  } catch (error) {
    await release();
    throw error;
  }
}

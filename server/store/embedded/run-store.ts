import type { Store } from "../store.ts";
import { Checkpointer } from "./checkpointer.ts";
import { Committer } from "./committer.ts";
import { Documents } from "./documents.ts";
import { EventLog } from "./event-log.ts";
import { readAccounts } from "./read/accounts.ts";
import { readCases } from "./read/cases.ts";
import { readChambers } from "./read/chambers.ts";
import { readLog } from "./read/events.ts";
import { readLookingsBack } from "./read/lookings-back.ts";
import { Reader } from "./read/reader.ts";
import { readRuleSets } from "./read/rule-sets.ts";
import type { State } from "./state.ts";
import { takeOver } from "./take-over.ts";

interface Surroundings {
  now(): Date;
  onFatal(error: Error): void;
  warn(warning: string): void;
  checkpointBytes: number;
  /** Gives the folder back. */
  release(): Promise<void>;
}

/**
 * The store at work on a state that is up to date.
 * @param written up to which byte of the journal the state is in its files
 */
export async function runStore(
  state: State,
  written: number,
  { now, onFatal, warn, checkpointBytes, release }: Surroundings,
): Promise<Store> {
  const { files, folder, journal, index, partitions } = state;
  const log = new EventLog(journal, index);
  const documents = new Documents(files, folder);
  await documents.open();
  const checkpointer = new Checkpointer(state, written, checkpointBytes, warn);
  const committer = new Committer(state, {
    ...{ log, now, onFatal },
    lastAt: (await log.event(log.size - 1))?.at ?? "",
    afterBatch: () => checkpointer.afterGrowth(),
  });

  let closing: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    await committer.end();
    await checkpointer.finish();
    await journal.close();
    await release();
  };

  const reader = new Reader(partitions, log);
  return {
    kind: "embedded",
    commit: (change) => committer.commit(change),
    ...readChambers(reader),
    ...readCases(reader),
    ...readRuleSets(reader),
    ...readLookingsBack(reader),
    ...readAccounts(reader),
    ...readLog(log),
    keepDocument: (content) => documents.keep(content),
    document: (sha256) => documents.read(sha256),
    keptDocuments: () => documents.kept(),
    dropDocument: (sha256, before) => documents.drop(sha256, before),
    takeOver: (events) => takeOver(state, { committer, checkpointer }, events),
    close: () => (closing ??= close()),
  };
}

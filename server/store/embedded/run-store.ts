import type { WrittenEvent } from "../store.ts";
import { checkpoint } from "./checkpoint.ts";
import { Checkpointer } from "./checkpointer.ts";
import { Committer } from "./committer.ts";
import { Documents } from "./documents.ts";
import { EmbeddedStore } from "./embedded-store.ts";
import { EventLog } from "./event-log.ts";
import { showEntry } from "./show-entry.ts";
import type { State } from "./state.ts";
import { readForeignEvents } from "./take-over.ts";

interface Surroundings {
  now(): Date;
  onFatal(error: Error): void;
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
  { now, onFatal, checkpointBytes, release }: Surroundings,
): Promise<EmbeddedStore> {
  const { files, folder, journal, index, partitions } = state;
  const log = new EventLog(journal, index);
  const documents = new Documents(files, folder);
  await documents.open();
  const checkpointer = new Checkpointer(state, written, checkpointBytes);
  const committer = new Committer({
    ...{ journal, index, partitions, now, onFatal },
    lastAt: (await log.event(log.size - 1))?.at ?? "",
    show: (entry) => showEntry(log, entry),
    afterBatch: () => checkpointer.afterGrowth(),
  });

  const takeOver = async (events: AsyncIterable<WrittenEvent>): Promise<void> => {
    if (log.size > 0) throw new Error("events can be taken over into an empty store only");
    checkpointer.phase = "taking-over";
    await checkpoint(state, checkpointer.phase);
    for await (const batch of readForeignEvents(events)) {
      await committer.append(batch);
      await checkpointer.afterGrowth();
    }
    await checkpointer.idle();
    checkpointer.phase = "ready";
    await checkpoint(state, checkpointer.phase);
  };

  let closing: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    await committer.end();
    await checkpointer.finish();
    await journal.close();
    await release();
  };

  return new EmbeddedStore({
    ...{ partitions, log, documents, takeOver },
    commit: (change) => committer.commit(change),
    close: () => (closing ??= close()),
  });
}

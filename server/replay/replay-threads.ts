import { once } from "node:events";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { PROJECT_ROOT } from "../project-root.ts";
import type { CasesToReplay, ReplayedCases, ReplayTask } from "./replay-task.ts";

const THREAD = join(PROJECT_ROOT, "dist", "server", "replay", "replay-thread.js");

/** One core is left to those who read pages meanwhile. */
const threadCount = (): number => Math.max(1, Math.min(4, availableParallelism() - 1));

async function replayIn(thread: Worker, cases: CasesToReplay): Promise<ReplayedCases> {
  thread.postMessage(cases);
  const [replayed] = await once(thread, "message");
  return replayed as ReplayedCases;
}

/**
 * Replays batches of cases in threads of their own, so that pages are answered meanwhile: whichever thread is free takes
 * the next batch. The results come in no order.
 */
export async function* replayInThreads(
  task: ReplayTask,
  batches: AsyncIterable<CasesToReplay>,
): AsyncGenerator<ReplayedCases> {
  const threads = Array.from({ length: threadCount() }, () => new Worker(THREAD, { workerData: task }));
  const waiting = batches[Symbol.asyncIterator]();
  const next = async (
    thread: Worker,
  ): Promise<{ thread: Worker; replayed: ReplayedCases } | { thread: Worker; replayed: null }> => {
    const { done, value } = await waiting.next();
    return { thread, replayed: done ? null : await replayIn(thread, value) };
  };
  const running = new Map(threads.map((thread) => [thread, next(thread)]));
  try {
    while (running.size > 0) {
      const { thread, replayed } = await Promise.race(running.values());
      if (replayed === null) running.delete(thread);
      else {
        running.set(thread, next(thread));
        yield replayed;
      }
    }
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

import { availableParallelism } from "node:os";
import { join } from "node:path";
import { PROJECT_ROOT } from "../project-root.ts";
import type { CasesToReplay, ReplayedCases, ReplayTask } from "./replay-task.ts";
import type { EventsToReproduce, Reproduced, ReproduceTask } from "./reproduce-task.ts";
import { WorkingThread } from "./working-thread.ts";

const THREAD = join(PROJECT_ROOT, "dist", "server", "replay", "replay-thread.js");

/** What a thread is told. */
export type ToThread =
  | { to: "begin"; job: number; task: ReplayTask | ReproduceTask }
  | { to: "work"; job: number; batch: unknown }
  | { to: "end"; job: number };

/** One core is left to those who read pages meanwhile. */
const threadCount = (): number => Math.max(1, Math.min(4, availableParallelism() - 1));

const threads: WorkingThread[] = [];
let jobs = 0;

/** The threads of this process. They are started once: the next replay finds them warm. */
function workingThreads(): WorkingThread[] {
  for (let at = 0; at < threadCount(); at++) if (threads[at]?.failed !== false) threads[at] = new WorkingThread(THREAD);
  return threads;
}

/**
 * Has batches worked at in threads of their own, so that pages are answered meanwhile: whichever thread is free takes the
 * next batch. The results come in no order.
 */
export function workInThreads(
  task: ReplayTask,
  batches: AsyncIterable<CasesToReplay>,
): AsyncGenerator<ReplayedCases, void, undefined>;
export function workInThreads(
  task: ReproduceTask,
  batches: AsyncIterable<EventsToReproduce>,
): AsyncGenerator<Reproduced, void, undefined>;
export async function* workInThreads(
  task: ReplayTask | ReproduceTask,
  batches: AsyncIterable<unknown>,
): AsyncGenerator<unknown, void, undefined> {
  const working = workingThreads().slice();
  const job = jobs++;
  const waiting = batches[Symbol.asyncIterator]();
  const next = async (thread: WorkingThread): Promise<{ thread: WorkingThread; done: boolean; result?: unknown }> => {
    const { done, value: batch } = await waiting.next();
    return done ? { thread, done } : { thread, done: false, result: await thread.ask({ to: "work", job, batch }) };
  };
  for (const thread of working) thread.tell({ to: "begin", job, task } satisfies ToThread);
  const running = new Map(working.map((thread) => [thread, next(thread)]));
  try {
    while (running.size > 0) {
      const { thread, done, result } = await Promise.race(running.values());
      if (done) running.delete(thread);
      else {
        running.set(thread, next(thread));
        yield result;
      }
    }
  } finally {
    await Promise.allSettled(running.values());
    for (const thread of working) thread.tell({ to: "end", job } satisfies ToThread);
  }
}

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
  | Work
  | { to: "end"; job: number };

/** A batch that is to be worked at. */
export interface Work {
  to: "work";
  job: number;
  batch: unknown;
}

/** What a thread answers: what came of a batch, or what went wrong. */
export type FromThread = { result: unknown } | { failure: unknown };

/** One core is left to those who read pages meanwhile. */
const threadCount = (): number => Math.max(1, Math.min(4, availableParallelism() - 1));

/** How many batches a thread holds: while it works at one, the next is read. */
const IN_FLIGHT = 2;

/** One of the batches that a thread holds. */
interface Lane {
  thread: WorkingThread;
}

const threads: WorkingThread[] = [];
let jobs = 0;

/** The bytes of a batch go over to its thread instead of being copied. */
const bytesOf = (batch: unknown): ArrayBuffer[] =>
  batch instanceof Object && "lines" in batch && batch.lines instanceof Uint8Array
    ? [batch.lines.buffer as ArrayBuffer]
    : [];

async function work(thread: WorkingThread, job: number, batch: unknown): Promise<unknown> {
  const told: ToThread = { to: "work", job, batch };
  const answer = (await thread.ask(told, bytesOf(batch))) as FromThread;
  if ("failure" in answer) throw answer.failure;
  return answer.result;
}

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
  const next = async (lane: Lane): Promise<{ lane: Lane; done: boolean; result?: unknown }> => {
    const { done, value: batch } = await waiting.next();
    return done ? { lane, done } : { lane, done: false, result: await work(lane.thread, job, batch) };
  };
  for (const thread of working) thread.tell({ to: "begin", job, task } satisfies ToThread);
  const lanes = working.flatMap((thread) => Array.from({ length: IN_FLIGHT }, (): Lane => ({ thread })));
  const running = new Map(lanes.map((lane) => [lane, next(lane)]));
  try {
    while (running.size > 0) {
      const { lane, done, result } = await Promise.race(running.values());
      if (done) running.delete(lane);
      else {
        running.set(lane, next(lane));
        yield result;
      }
    }
  } finally {
    await Promise.allSettled(running.values());
    for (const thread of working) thread.tell({ to: "end", job } satisfies ToThread);
  }
}

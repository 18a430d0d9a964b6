import { parentPort } from "node:worker_threads";
import { replayer } from "./replay-cases.ts";
import type { FromThread, ToThread, Work } from "./replay-threads.ts";
import { reproducer } from "./reproduce-events.ts";

const jobs = new Map<number, (batch: never) => unknown>();

/** What a batch comes to. Whatever goes wrong is told to whoever waits for it: the thread works on for the others. */
function answerTo({ job, batch }: Work): FromThread {
  try {
    return { result: jobs.get(job)?.(batch as never) };
  } catch (failure) {
    return { failure };
  }
}

/** One task after the other is told, and worked at batch by batch, in turns: each batch is answered. */
parentPort?.on("message", (told: ToThread) => {
  if (told.to === "begin")
    jobs.set(told.job, told.task.kind === "replay" ? replayer(told.task) : reproducer(told.task));
  else if (told.to === "end") jobs.delete(told.job);
  else parentPort?.postMessage(answerTo(told));
});

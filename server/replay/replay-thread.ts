import { parentPort } from "node:worker_threads";
import { replayer } from "./replay-cases.ts";
import type { ToThread } from "./replay-threads.ts";
import { reproducer } from "./reproduce-events.ts";

const jobs = new Map<number, (batch: never) => unknown>();

/** One task after the other is told, and worked at batch by batch, in turns: each batch is answered. */
parentPort?.on("message", (told: ToThread) => {
  if (told.to === "begin")
    jobs.set(told.job, told.task.kind === "replay" ? replayer(told.task) : reproducer(told.task));
  else if (told.to === "end") jobs.delete(told.job);
  else parentPort?.postMessage(jobs.get(told.job)?.(told.batch as never));
});

import type { Progress, ReplayRun } from "../replay-run.ts";
import { type ReplayQuery, writeReplayQuery } from "./replay-query.ts";

/** A run, and the address that it is shown at. */
export interface ShownRun {
  address: string;
  query: ReplayQuery;
  run: ReplayRun<Progress>;
}

/** How far a run has come, where it has not come to its end: in words that its page chooses. */
export function progressView({ address, query, run }: ShownRun, say: (progress: Progress) => string) {
  const { done, of } = run.result;
  if (!run.running && !run.stopped) return null;
  return {
    done,
    of: Math.max(1, of),
    running: run.running && !run.stopped,
    text: say({ done, of }),
    action: `${address}/${run.stopped ? "again" : "stop"}${writeReplayQuery({ ...query, page: 1 })}`,
  };
}

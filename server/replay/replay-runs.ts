import type { Store } from "../store/store.ts";
import { hasCaseChanged } from "./has-changed.ts";
import { type Progress, ReplayRun } from "./replay-run.ts";

interface Kept<Result extends Progress> {
  run: ReplayRun<Result>;
  /** How many events the log had when it began. */
  size: number;
}

/** How many runs are remembered: the ones that were asked for last. */
const REMEMBERED = 8;

/** What is to be run. */
export interface Asked<Result extends Progress> {
  /** Names what is run and over which cases, exactly. */
  key: string;
  nothing: Result;
  begin(signal: AbortSignal): AsyncIterable<Result>;
}

/** The runs of this process over what is recorded, so that whoever asks the same again finds what was found. */
export class ReplayRuns<Result extends Progress> {
  readonly #store: Store;
  readonly #now: () => Date;
  readonly #runs = new Map<string, Kept<Result>>();

  constructor(store: Store, now: () => Date) {
    this.#store = store;
    this.#now = now;
  }

  /** The run that was begun for this; one over other cases than there are now is begun anew. */
  async find(asked: Asked<Result>): Promise<ReplayRun<Result>> {
    const kept = this.#runs.get(asked.key);
    if (!kept || kept.run.failed) return this.begin(asked);
    const { running, stopped } = kept.run;
    if (!running && !stopped && (await hasCaseChanged(this.#store, kept.size))) return this.begin(asked);
    this.#remember(asked.key, kept);
    return kept.run;
  }

  /** Begins it, whatever was found before. */
  async begin({ key, nothing, begin }: Asked<Result>): Promise<ReplayRun<Result>> {
    const { size } = await this.#store.head();
    this.stop(key);
    const run = new ReplayRun(nothing, this.#now().toISOString(), begin);
    this.#remember(key, { run, size });
    return run;
  }

  /** Stops it, where it is running. */
  stop(key: string): void {
    this.#runs.get(key)?.run.stop();
  }

  #remember(key: string, kept: Kept<Result>): void {
    this.#runs.delete(key);
    this.#runs.set(key, kept);
    for (const [oldest, { run }] of this.#runs) {
      if (this.#runs.size <= REMEMBERED) return;
      run.stop();
      this.#runs.delete(oldest);
    }
  }
}

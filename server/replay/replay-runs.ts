import type { Store } from "../store/store.ts";
import { hasCaseChanged } from "./has-changed.ts";
import { type Progress, ReplayRun } from "./replay-run.ts";

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
  readonly #runs = new Map<string, ReplayRun<Result>>();

  constructor(store: Store, now: () => Date) {
    this.#store = store;
    this.#now = now;
  }

  /** The run that was begun for this; one over other cases than there are now is begun anew. */
  async find(asked: Asked<Result>): Promise<ReplayRun<Result>> {
    const run = this.#runs.get(asked.key);
    if (!run || run.failed) return this.begin(asked);
    if (run.finished && (await hasCaseChanged(this.#store, run.from.events))) return this.begin(asked);
    this.#remember(asked.key, run);
    return run;
  }

  /** Begins it, whatever was found before. */
  async begin({ key, nothing, begin }: Asked<Result>): Promise<ReplayRun<Result>> {
    const { size } = await this.#store.head();
    this.stop(key);
    const run = new ReplayRun(nothing, { at: this.#now().toISOString(), events: size }, begin);
    this.#remember(key, run);
    return run;
  }

  /** Stops it, where it is running. */
  stop(key: string): void {
    this.#runs.get(key)?.stop();
  }

  #remember(key: string, run: ReplayRun<Result>): void {
    this.#runs.delete(key);
    this.#runs.set(key, run);
    for (const [oldest, forgotten] of this.#runs) {
      if (this.#runs.size <= REMEMBERED) return;
      forgotten.stop();
      this.#runs.delete(oldest);
    }
  }
}

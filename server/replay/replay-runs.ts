import type { Store } from "../store/store.ts";
import { hasCaseChanged } from "./has-changed.ts";
import { type ReplayScope, replayRecorded } from "./replay-recorded.ts";
import { ReplayRun } from "./replay-run.ts";
import type { Trial } from "./trial.ts";

interface Kept {
  run: ReplayRun;
  /** How many events the log had when it began. */
  size: number;
}

/** How many replays are remembered: the ones that were asked for last. */
const REMEMBERED = 8;

/** What is to be replayed. */
export interface ToReplay {
  /** Names what is tried, exactly: the hash of its text, and the day. */
  name: string;
  trial: Trial;
  scope: ReplayScope;
}

/** The replays of this process, so that whoever asks the same again finds what was found. */
export class ReplayRuns {
  readonly #store: Store;
  readonly #now: () => Date;
  readonly #runs = new Map<string, Kept>();

  constructor(store: Store, now: () => Date) {
    this.#store = store;
    this.#now = now;
  }

  /** The replay that was begun for this; one that was run over other cases than there are now is begun anew. */
  async find(asked: ToReplay): Promise<ReplayRun> {
    const key = keyOf(asked);
    const kept = this.#runs.get(key);
    if (!kept || kept.run.failed) return this.begin(asked);
    const { running, stopped } = kept.run;
    if (!running && !stopped && (await hasCaseChanged(this.#store, kept.size))) return this.begin(asked);
    this.#remember(key, kept);
    return kept.run;
  }

  /** Begins it, whatever was found before. */
  async begin(asked: ToReplay): Promise<ReplayRun> {
    const { scope, trial } = asked;
    const { size } = await this.#store.head();
    const replay = (signal: AbortSignal) => replayRecorded(this.#store, trial, scope, signal);
    const key = keyOf(asked);
    this.#runs.get(key)?.run.stop();
    const run = new ReplayRun(scope, this.#now().toISOString(), replay);
    this.#remember(key, { run, size });
    return run;
  }

  /** Stops it, where it is running. */
  stop(asked: ToReplay): void {
    this.#runs.get(keyOf(asked))?.run.stop();
  }

  #remember(key: string, kept: Kept): void {
    this.#runs.delete(key);
    this.#runs.set(key, kept);
    for (const [oldest, { run }] of this.#runs) {
      if (this.#runs.size <= REMEMBERED) return;
      run.stop();
      this.#runs.delete(oldest);
    }
  }
}

const keyOf = ({ name, scope: { years = [], chambers = [] } }: Omit<ToReplay, "trial">): string =>
  JSON.stringify([name, [...years].sort(), [...chambers].sort()]);

import { setTimeout as wait } from "node:timers/promises";
import type { Impact, ReplayScope } from "./replay-recorded.ts";
import { emptyTally } from "./tally.ts";

/** A replay in memory: how far it has come, and what came of it. */
export class ReplayRun {
  readonly scope: ReplayScope;
  /** When it began: an instant in UTC. */
  readonly at: string;
  readonly #stop = new AbortController();
  readonly #finished: Promise<void>;
  #impact: Impact = { tally: emptyTally(), changed: [], done: 0, of: 0 };
  #running = true;
  #failure: unknown = null;

  constructor(scope: ReplayScope, at: string, replay: (signal: AbortSignal) => AsyncIterable<Impact>) {
    this.scope = scope;
    this.at = at;
    this.#finished = this.#follow(replay(this.#stop.signal));
  }

  get impact(): Impact {
    return this.#impact;
  }

  get running(): boolean {
    return this.#running;
  }

  /** Whether somebody stopped it before its end. */
  get stopped(): boolean {
    return this.#stop.signal.aborted && this.#impact.done < this.#impact.of;
  }

  get failed(): boolean {
    return this.#failure !== null;
  }

  stop(): void {
    this.#stop.abort();
  }

  /** Waits for its end, or so many milliseconds. @throws what it failed with. */
  async settle(atMost = Number.POSITIVE_INFINITY): Promise<void> {
    await (Number.isFinite(atMost) ? Promise.race([this.#finished, wait(atMost)]) : this.#finished);
    if (this.#failure) throw this.#failure;
  }

  async #follow(replay: AsyncIterable<Impact>): Promise<void> {
    try {
      for await (const impact of replay) this.#impact = impact;
    } catch (error) {
      this.#failure = error;
    } finally {
      this.#running = false;
    }
  }
}

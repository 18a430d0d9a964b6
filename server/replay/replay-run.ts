import { setTimeout as wait } from "node:timers/promises";
import { BrokenOff } from "./broken-off.ts";

/** How far something has come that takes a while. */
export interface Progress {
  done: number;
  of: number;
}

/** What a run was made from: when it began, an instant in UTC, and how many events the log had then. */
export interface Beginning {
  at: string;
  events: number;
}

/** Something that takes a while, in memory: how far it has come, and what came of it until now. */
export class ReplayRun<Result extends Progress> {
  readonly from: Beginning;
  readonly #stop = new AbortController();
  readonly #finished: Promise<void>;
  #result: Result;
  #running = true;
  #failure: BrokenOff | null = null;

  constructor(nothing: Result, from: Beginning, begin: (signal: AbortSignal) => AsyncIterable<Result>) {
    this.#result = nothing;
    this.from = from;
    this.#finished = this.#follow(begin(this.#stop.signal));
  }

  get result(): Result {
    return this.#result;
  }

  get running(): boolean {
    return this.#running;
  }

  /** Whether somebody stopped it before its end. */
  get stopped(): boolean {
    const { done, of } = this.#result;
    return this.#stop.signal.aborted && (of === 0 || done < of);
  }

  /** Whether it came to its end. */
  get finished(): boolean {
    return !this.#running && !this.stopped && !this.failed;
  }

  get failed(): boolean {
    return this.#failure !== null;
  }

  stop(): void {
    this.#stop.abort();
  }

  /** Waits for its end, or so many milliseconds. @throws {BrokenOff} where it failed. */
  async settle(atMost = Number.POSITIVE_INFINITY): Promise<void> {
    await (Number.isFinite(atMost) ? Promise.race([this.#finished, wait(atMost)]) : this.#finished);
    if (this.#failure) throw this.#failure;
  }

  async #follow(results: AsyncIterable<Result>): Promise<void> {
    try {
      for await (const result of results) this.#result = result;
    } catch (error) {
      this.#failure = new BrokenOff(error);
    } finally {
      this.#running = false;
    }
  }
}

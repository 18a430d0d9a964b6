import { checkpoint } from "./checkpoint.ts";
import type { Phase } from "./manifest.ts";
import type { State } from "./state.ts";

/** How many times as far the journal may grow while a checkpoint is being made: a start has to read all of it. */
const MOST = 1.5;
/** How many times as far it may grow while events are taken over: if that breaks off, no start reads it. */
const TAKING_OVER = 10;

/** Makes a checkpoint when the journal has grown enough, one at a time. */
export class Checkpointer {
  readonly #state: State;
  /** What the manifest says the store is about. */
  phase: Phase = "ready";
  #bytes: number;
  readonly #growth: number;
  readonly #warn: (warning: string) => void;
  #running: Promise<void> | null = null;

  /**
   * @param bytes up to which byte of the journal the state's files go
   * @param growth how far the journal may grow before a checkpoint, in bytes
   * @param warn told where a checkpoint failed
   */
  constructor(state: State, bytes: number, growth: number, warn: (warning: string) => void) {
    this.#warn = warn;
    this.#state = state;
    this.#bytes = bytes;
    this.#growth = growth;
  }

  /** Begins a checkpoint if it is time; whoever waits for the answer does not run ahead of it too far. */
  afterGrowth(): Promise<void> | undefined {
    const tail = this.#state.journal.length - this.#bytes;
    const growth = this.#growth * (this.phase === "taking-over" ? TAKING_OVER : 1);
    if (tail >= growth) this.#running ??= this.#run();
    return tail >= growth * MOST && this.#running ? this.#running : undefined;
  }

  /** Waits until no checkpoint is being made. */
  async idle(): Promise<void> {
    await this.#running;
  }

  /** Brings the state's files up to date with all of the journal. */
  async finish(): Promise<void> {
    await this.idle();
    if (this.#state.journal.length > this.#bytes) await this.#run();
  }

  async #run(): Promise<void> {
    try {
      this.#bytes = await checkpoint(this.#state, this.phase);
    } catch (error) {
      // Nothing is lost: the journal has it all, and the files are as they were. It is tried again as it grows.
      this.#warn(`The state in ${this.#state.folder} could not be written: ${(error as Error).message}`);
    } finally {
      this.#running = null;
    }
  }
}

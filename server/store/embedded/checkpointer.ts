import { checkpoint } from "./checkpoint.ts";
import type { Phase } from "./manifest.ts";
import type { State } from "./state.ts";

/** How far the journal may grow before the state is brought up to date, in bytes. */
const CHECKPOINT_BYTES = 32 * 1024 * 1024;
/** How far it may grow while that is being done: a start has to read all of it. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Makes a checkpoint when the journal has grown enough, one at a time. */
export class Checkpointer {
  readonly #state: State;
  /** What the manifest says the store is about. */
  phase: Phase = "ready";
  #bytes: number;
  #running: Promise<void> | null = null;

  /** @param bytes up to which byte of the journal the state's files go */
  constructor(state: State, bytes: number) {
    this.#state = state;
    this.#bytes = bytes;
  }

  /** Begins a checkpoint if it is time; whoever waits for the answer does not run ahead of it too far. */
  afterGrowth(): Promise<void> | undefined {
    const tail = this.#state.journal.length - this.#bytes;
    if (tail >= CHECKPOINT_BYTES) this.#running ??= this.#run();
    return tail >= MOST_BYTES && this.#running ? this.#running : undefined;
  }

  /** Brings the state's files up to date with all of the journal. */
  async finish(): Promise<void> {
    await this.#running;
    if (this.#state.journal.length > this.#bytes) await this.#run();
  }

  async #run(): Promise<void> {
    try {
      this.#bytes = await checkpoint(this.#state, this.phase);
    } catch (error) {
      // Nothing is lost: the journal has it all, and the files are as they were. It is tried again as it grows.
      process.emitWarning(`The state in ${this.#state.folder} could not be written: ${(error as Error).message}`);
    } finally {
      this.#running = null;
    }
  }
}

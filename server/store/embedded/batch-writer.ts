import { StoreUnavailable } from "../failures.ts";
import type { BatchEvent } from "./batch.ts";
import type { State } from "./state.ts";
import { writeFailure } from "./write-failure.ts";

/** Writes batches of events into the journal, and what they do into the state. */
export class BatchWriter {
  readonly #state: State;
  readonly #onFatal: (error: Error) => void;
  /** Why nothing is written any more. */
  ended: Error | null = null;

  /** @param onFatal told where nothing is known any more of what is on disk: the process has to end */
  constructor(state: State, onFatal: (error: Error) => void) {
    this.#state = state;
    this.#onFatal = onFatal;
  }

  /**
   * Writes a batch: once it is answered, it is on disk and in the state.
   * @throws {StoreFull} @throws {StoreUnavailable} where it could not be written: the state is as it was.
   */
  async write(events: readonly BatchEvent[]): Promise<void> {
    if (this.ended) throw this.ended;
    if (events.length === 0) return;
    const { journal, index, partitions } = this.#state;
    const { offsets, end } = await this.#attempt(() => journal.write(events.map(({ line }) => line)));
    await journal.sync(end).catch((error) => this.#fail(error));
    for (const [at, { findable, changes }] of events.entries()) {
      index.append(offsets[at] as number, findable);
      for (const change of changes) partitions.apply(change);
    }
  }

  /** Writes; where that fails, takes back what was written of it. */
  async #attempt<Written>(write: () => Promise<Written>): Promise<Written> {
    try {
      return await write();
    } catch (error) {
      await this.#state.journal.undo().catch((failure) => this.#fail(failure));
      throw writeFailure(error);
    }
  }

  /** A failed sync is never tried again: the system may have dropped what it could not write. */
  #fail(error: Error): never {
    this.ended = new StoreUnavailable("the disk failed; whether the last changes were kept shows at the next start", {
      cause: error,
    });
    this.#onFatal(error);
    throw this.ended;
  }
}

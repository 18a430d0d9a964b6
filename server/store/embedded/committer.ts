import type { Change, Committed } from "../change.ts";
import { checkChange } from "../check-change.ts";
import { StoreUnavailable } from "../failures.ts";
import { type Answer, Batch, type BatchEvent } from "./batch.ts";
import { BatchWriter } from "./batch-writer.ts";
import type { EventLog } from "./event-log.ts";
import { showConflict } from "./show-conflict.ts";
import type { State } from "./state.ts";
import { touchedBy } from "./touched.ts";

/** What commits are made with, and who is told of them. */
export interface CommitterParts {
  log: EventLog;
  now(): Date;
  /** The instant of the last event; empty where there is none. */
  lastAt: string;
  /** Called after each batch; the next one waits for it. */
  afterBatch(): Promise<void> | undefined;
  onFatal(error: Error): void;
}

interface Waiting {
  change: Change;
  resolve(committed: Committed): void;
  reject(error: unknown): void;
}

/** Commits changes in batches: those that come while one is being synced go into the next one together. */
export class Committer {
  readonly #state: State;
  readonly #parts: CommitterParts;
  readonly #writer: BatchWriter;
  #waiting: Waiting[] = [];
  #running: Promise<void> | null = null;
  #lastAt: string;

  constructor(state: State, parts: CommitterParts) {
    this.#state = state;
    this.#parts = parts;
    this.#writer = new BatchWriter(state, parts.onFatal);
    this.#lastAt = parts.lastAt;
  }

  async commit(change: Change): Promise<Committed> {
    checkChange(change);
    const partitions = [...touchedBy(change)].map((name) => this.#state.partitions.get(name));
    for (const partition of partitions) partition.pins++;
    try {
      for (const partition of partitions) if (!partition.records) await partition.load();
      return await this.#queue(change);
    } finally {
      for (const partition of partitions) partition.pins--;
    }
  }

  /** Writes events as they are, once nothing else is being committed. */
  async append(events: readonly BatchEvent[]): Promise<void> {
    await this.settled();
    await this.#writer.write(events);
  }

  /** Waits until all that was to be committed is answered. */
  async settled(): Promise<void> {
    while (this.#running) await this.#running;
  }

  /** Commits nothing more. */
  async end(): Promise<void> {
    await this.settled();
    this.#writer.ended ??= new StoreUnavailable("the store is closed");
  }

  #queue(change: Change): Promise<Committed> {
    return new Promise((resolve, reject) => {
      if (this.#writer.ended) return reject(this.#writer.ended);
      this.#waiting.push({ change, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  async #run(): Promise<void> {
    await null; // Whoever commits in the same breath shares the batch.
    while (this.#waiting.length > 0) await this.#commitBatch();
    this.#running = null;
  }

  async #commitBatch(): Promise<void> {
    const batch = new Batch(this.#state.partitions, this.#state.index.size, this.#instant());
    const answers = this.#fill(batch);
    const waiting = this.#waiting.slice(0, answers.length);
    this.#waiting = this.#waiting.slice(answers.length);
    try {
      await this.#writer.write(batch.events);
    } catch (error) {
      for (const { reject } of waiting) reject(error);
      return;
    }
    for (const [index, one] of waiting.entries()) this.#answer(one, answers[index] as Answer);
    await this.#parts.afterBatch();
  }

  /** Puts into a batch what it takes of those that wait. */
  #fill(batch: Batch): Answer[] {
    const answers: Answer[] = [];
    for (const { change } of this.#waiting) {
      if (answers.length > 0 && !batch.takes(change)) break;
      answers.push(batch.put(change));
    }
    return answers;
  }

  #answer({ resolve, reject }: Waiting, answer: Answer): void {
    if ("committed" in answer) resolve(answer.committed);
    else if ("refused" in answer) reject(answer.refused);
    else showConflict(this.#parts.log, answer.outdated).then(reject, reject);
  }

  /** An instant that does not go back, whatever the clock does. */
  #instant(): string {
    const now = this.#parts.now().toISOString();
    if (now > this.#lastAt) this.#lastAt = now;
    return this.#lastAt;
  }
}

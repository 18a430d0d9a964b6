import type { Change, Committed } from "../change.ts";
import { checkChange } from "../check-change.ts";
import { Conflict, StoreUnavailable } from "../failures.ts";
import type { Outdated } from "../log/judge-change.ts";
import type { RecordKind, RecordStates, Stored } from "../records.ts";
import { type Answer, Batch, type BatchEvent } from "./batch.ts";
import type { Entry } from "./entry.ts";
import type { EventIndex } from "./event-index.ts";
import type { Journal } from "./journal.ts";
import type { Partition } from "./partition.ts";
import type { Partitions } from "./partitions.ts";
import { touchedBy } from "./touched.ts";
import { writeFailure } from "./write-failure.ts";

/** What commits are made on, and who is told of them. */
export interface CommitterParts {
  journal: Journal;
  index: EventIndex;
  partitions: Partitions;
  now(): Date;
  /** The instant of the last event; empty where there is none. */
  lastAt: string;
  /** Reads a kept record whole. */
  show(entry: Entry): Promise<Stored<RecordStates[RecordKind]>>;
  /** Called after each batch; the next one waits for it. */
  afterBatch(): Promise<void> | void;
  /** Nothing is known any more of what is on disk: the process has to end. */
  onFatal(error: Error): void;
}

interface Waiting {
  change: Change;
  partitions: readonly Partition[];
  resolve(committed: Committed): void;
  reject(error: unknown): void;
}

/** Commits changes in batches: those that come while one is being synced go into the next one together. */
export class Committer {
  readonly #parts: CommitterParts;
  #waiting: Waiting[] = [];
  #running: Promise<void> | null = null;
  #lastAt: string;
  /** Why nothing is committed any more. */
  #ended: Error | null = null;

  constructor(parts: CommitterParts) {
    this.#parts = parts;
    this.#lastAt = parts.lastAt;
  }

  async commit(change: Change): Promise<Committed> {
    checkChange(change);
    const partitions = [...touchedBy(change)].map((name) => this.#parts.partitions.get(name));
    for (const partition of partitions) partition.pins++;
    try {
      for (const partition of partitions) if (!partition.records) await partition.load();
      return await this.#queue(change, partitions);
    } finally {
      for (const partition of partitions) partition.pins--;
    }
  }

  /** Writes events as they are, once nothing else is being committed. */
  async append(events: readonly BatchEvent[]): Promise<void> {
    await this.settled();
    await this.#write(events);
  }

  /** Waits until all that was to be committed is answered. */
  async settled(): Promise<void> {
    while (this.#running) await this.#running;
  }

  /** Commits nothing more. */
  async end(): Promise<void> {
    await this.settled();
    this.#ended ??= new StoreUnavailable("the store is closed");
  }

  #queue(change: Change, partitions: readonly Partition[]): Promise<Committed> {
    return new Promise((resolve, reject) => {
      if (this.#ended) return reject(this.#ended);
      this.#waiting.push({ change, partitions, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  async #run(): Promise<void> {
    await null; // Whoever commits in the same breath shares the batch.
    while (this.#waiting.length > 0) await this.#commitBatch();
    this.#running = null;
  }

  async #commitBatch(): Promise<void> {
    const batch = new Batch(this.#parts.partitions, this.#parts.index.size, this.#instant());
    let count = 0;
    const answers: Answer[] = [];
    for (const { change } of this.#waiting) {
      if (count > 0 && !batch.takes(change)) break;
      answers.push(batch.put(change));
      count++;
    }
    const waiting = this.#waiting.slice(0, count);
    this.#waiting = this.#waiting.slice(count);
    try {
      await this.#write(batch.events);
    } catch (error) {
      for (const { reject } of waiting) reject(error);
      return;
    }
    for (const [index, one] of waiting.entries()) this.#answer(one, answers[index] as Answer);
    await this.#parts.afterBatch();
  }

  #answer({ resolve, reject }: Waiting, answer: Answer): void {
    if ("committed" in answer) resolve(answer.committed);
    else if ("refused" in answer) reject(answer.refused);
    else this.#conflict(answer.outdated).then(reject, reject);
  }

  async #conflict(outdated: readonly Outdated<Entry>[]): Promise<Conflict> {
    const { show } = this.#parts;
    const records = outdated.map(async ({ kept, ...record }) => ({ ...record, kept: kept && (await show(kept)) }));
    return new Conflict(await Promise.all(records));
  }

  async #write(events: readonly BatchEvent[]): Promise<void> {
    if (this.#ended) throw this.#ended;
    if (events.length === 0) return;
    const { journal, index, partitions } = this.#parts;
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
      await this.#parts.journal.undo().catch((failure) => this.#fail(failure));
      throw writeFailure(error);
    }
  }

  /** A failed sync is never tried again: the system may have dropped what it could not write. */
  #fail(error: Error): never {
    this.#ended = new StoreUnavailable("the disk failed; whether the last changes were kept shows at the next start", {
      cause: error,
    });
    for (const { reject } of this.#waiting) reject(this.#ended);
    this.#waiting = [];
    this.#parts.onFatal(error);
    throw this.#ended;
  }

  /** An instant that does not go back, whatever the clock does. */
  #instant(): string {
    const now = this.#parts.now().toISOString();
    if (now > this.#lastAt) this.#lastAt = now;
    return this.#lastAt;
  }
}

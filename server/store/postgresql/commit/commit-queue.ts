import type { Kysely } from "kysely";
import type { Change, Committed } from "../../change.ts";
import { checkChange } from "../../check-change.ts";
import { InvalidChange, StoreUnavailable } from "../../failures.ts";
import type { Database } from "../database.ts";
import type { Outcome } from "./batch.ts";
import { commitBatch } from "./commit-batch.ts";

/** How many changes share a transaction at most. */
const LARGEST_BATCH = 100;

interface Waiting {
  change: Change;
  resolve(committed: Committed): void;
  reject(reason: unknown): void;
}

/** The changes that wait to be committed: those that come while a transaction runs share the next one. */
export class CommitQueue {
  readonly #db: Kysely<Database>;
  readonly #now: () => Date;
  readonly #waiting: Waiting[] = [];
  #running: Promise<void> | null = null;
  #closed = false;

  constructor(db: Kysely<Database>, now: () => Date) {
    this.#db = db;
    this.#now = now;
  }

  async commit(change: Change): Promise<Committed> {
    checkChange(change);
    if (this.#closed) throw new StoreUnavailable("the store is closed");
    return new Promise((resolve, reject) => {
      this.#waiting.push({ change, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  /** Takes nothing more, and ends when nothing waits any more. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    await null; // Whoever commits in the same breath shares the transaction.
    while (this.#waiting.length > 0) await this.#commit(this.#waiting.splice(0, LARGEST_BATCH));
    this.#running = null;
  }

  async #commit(batch: readonly Waiting[]): Promise<void> {
    try {
      const changes = batch.map(({ change }) => change);
      settle(batch, await commitBatch(this.#db, changes, this.#now));
    } catch (error) {
      if (!(error instanceof InvalidChange) || batch.length === 1) for (const { reject } of batch) reject(error);
      else for (const alone of batch) await this.#commit([alone]);
    }
  }
}

function settle(batch: readonly Waiting[], outcomes: readonly Outcome[]): void {
  for (const [index, { resolve, reject }] of batch.entries()) {
    const outcome = outcomes[index];
    if (outcome instanceof Error || outcome === undefined) reject(outcome);
    else resolve(outcome);
  }
}

import { setTimeout as wait } from "node:timers/promises";
import type { Logger } from "pino";
import { TiledTree } from "../merkle/tiled-tree.ts";
import { Contradiction } from "./contradiction.ts";
import { LogSeals } from "./log-seals.ts";
import type { Seal } from "./seal.ts";
import { sealFolder } from "./seal-folder.ts";
import type { Log } from "./sealed-tree.ts";
import { signingKey } from "./signing-key.ts";

/** Why nothing is sealed: the log contradicts its last seal, or there is no key or no room for a seal. */
export type SealingFault = "contradiction" | "failed";

/** What seals the log while the server runs. */
export interface Sealer {
  /** The last seal, as far as it is known yet. */
  readonly last: Seal | null;
  readonly fault: SealingFault | null;
  /** The tree of the log, as it was sealed or grown beyond. */
  readonly tree: TiledTree;
  /** Seals what the log holds now. Faults are kept and logged, not thrown. */
  seal(): Promise<void>;
  /** Seals a last time, and ends. */
  close(): Promise<void>;
}

export interface SealingOptions {
  now(): Date;
  logger: Logger;
  /** How long to wait between two looks at the log, in milliseconds. */
  every?: number;
}

const EVERY = 700;

/** The sealing of one log: what it knows, and what went wrong last. */
class Sealing {
  readonly #log: Log;
  readonly #path: string;
  readonly #options: SealingOptions;
  seals: LogSeals | null = null;
  fault: SealingFault | null = null;

  constructor(log: Log, path: string, options: SealingOptions) {
    this.#log = log;
    this.#path = path;
    this.#options = options;
  }

  /** Adds a seal if there is something to seal. What contradicts its last seal is left as it is until the next start. */
  async extend(): Promise<void> {
    if (this.fault === "contradiction") return;
    try {
      const folder = sealFolder(this.#path);
      this.seals ??= new LogSeals(this.#log, folder, await signingKey(folder), this.#options.now);
      await this.seals.extend();
      this.#keep(null);
    } catch (error) {
      this.#keep(error instanceof Contradiction ? "contradiction" : "failed", error);
    }
  }

  #keep(fault: SealingFault | null, error?: unknown): void {
    if (fault === this.fault) return;
    this.fault = fault;
    const { logger } = this.#options;
    if (fault) logger.error({ err: error, seals: this.#path }, "the log is not sealed");
    else logger.info({ seals: this.#path }, "the log is sealed again");
  }
}

/** Starts to seal a log into a folder. A log that contradicts its last seal is not sealed: that is logged, and kept. */
export function startSealing(log: Log, path: string, options: SealingOptions): Sealer {
  const sealing = new Sealing(log, path, options);
  const unsealed = new TiledTree();
  const stop = new AbortController();
  let turn = Promise.resolve();
  const seal = (): Promise<void> => {
    turn = turn.then(() => sealing.extend());
    return turn;
  };

  async function sealOnAndOn(): Promise<void> {
    while (!stop.signal.aborted) {
      await seal();
      await wait(options.every ?? EVERY, undefined, { signal: stop.signal, ref: false }).catch(() => undefined);
    }
  }

  const going = sealOnAndOn();
  return {
    get last() {
      return sealing.seals?.last ?? null;
    },
    get fault() {
      return sealing.fault;
    },
    get tree() {
      return sealing.seals?.tree ?? unsealed;
    },
    seal,
    async close() {
      stop.abort();
      await going;
      await seal();
    },
  };
}

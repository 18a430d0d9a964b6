import { setTimeout as wait } from "node:timers/promises";
import type { Logger } from "pino";
import type { TiledTree } from "../merkle/tiled-tree.ts";
import { Contradiction } from "./contradiction.ts";
import { LogSeals } from "./log-seals.ts";
import type { Seal } from "./seal.ts";
import { sealFolder } from "./seal-folder.ts";
import type { Log } from "./sealed-tree.ts";
import { signingKey } from "./signing-key.ts";

/** Why nothing is sealed: the log contradicts its last seal, or a seal cannot be written. */
export type SealingFault = "contradiction" | "unwritable";

/** What seals the log while the server runs. */
export interface Sealer {
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

/** Starts to seal a log into a folder. A log that contradicts its last seal is not sealed: that is logged, and kept. */
export async function startSealing(
  log: Log,
  path: string,
  { now, logger, every = EVERY }: SealingOptions,
): Promise<Sealer> {
  const folder = sealFolder(path);
  const seals = new LogSeals(log, folder, await signingKey(folder), now);
  const stop = new AbortController();
  let fault: SealingFault | null = null;
  let turn = Promise.resolve();

  function keep(found: SealingFault | null, error?: unknown): void {
    if (found === fault) return;
    fault = found;
    if (found) logger.error({ err: error, seals: folder.path }, "the log is not sealed");
    else logger.info({ seals: folder.path }, "the log is sealed again");
  }

  async function extend(): Promise<void> {
    if (fault === "contradiction") return;
    try {
      await seals.extend();
      keep(null);
    } catch (error) {
      keep(error instanceof Contradiction ? "contradiction" : "unwritable", error);
    }
  }

  const seal = (): Promise<void> => {
    turn = turn.then(extend);
    return turn;
  };

  async function sealOnAndOn(): Promise<void> {
    while (!stop.signal.aborted) {
      await seal();
      await wait(every, undefined, { signal: stop.signal, ref: false }).catch(() => undefined);
    }
  }

  await seal();
  const going = sealOnAndOn();
  return {
    get last() {
      return seals.last;
    },
    get fault() {
      return fault;
    },
    get tree() {
      return seals.tree;
    },
    seal,
    async close() {
      stop.abort();
      await going;
      await seal();
    },
  };
}

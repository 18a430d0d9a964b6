import { setTimeout as wait } from "node:timers/promises";
import { TiledTree } from "../merkle/tiled-tree.ts";
import type { Seal } from "./seal.ts";
import type { Log } from "./sealed-tree.ts";
import { Sealing, type SealingFault, type SealingOptions } from "./sealing.ts";

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

/** How long to wait between two looks at the log, in milliseconds. */
const EVERY = 700;

/** Starts to seal a log into a folder. A log that contradicts its last seal is not sealed: that is logged, and kept. */
export function startSealing(
  log: Log,
  path: string,
  { every = EVERY, ...options }: SealingOptions & { every?: number },
): Sealer {
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
      await wait(every, undefined, { signal: stop.signal, ref: false }).catch(() => undefined);
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

import type { Logger } from "pino";
import { sweepOrphans } from "./orphans.ts";
import type { Store } from "./store.ts";

const AN_HOUR = 60 * 60 * 1000;
const EVERY = 24 * AN_HOUR;

/** What sweeps away documents that no record names while the server runs. */
export interface Sweeping {
  /** Ends it, once what is being swept is done. */
  close(): Promise<void>;
}

export interface SweepingOptions {
  now(): Date;
  logger: Logger;
  /** How long after the start the first sweep comes, in milliseconds; then it is once a day. */
  firstAfter?: number;
}

/** Starts to sweep away documents that no record names. Faults are logged, not thrown. */
export function startSweeping(store: Store, { now, logger, firstAfter = AN_HOUR }: SweepingOptions): Sweeping {
  let running = Promise.resolve();
  const sweep = async (): Promise<void> => {
    try {
      const swept = await sweepOrphans(store, now());
      if (swept.documents > 0) logger.info(swept, "documents that no record names were removed");
    } catch (error) {
      logger.error(error);
    }
  };
  const sweepAndWait = (): void => {
    running = sweep();
    timer = setTimeout(sweepAndWait, EVERY).unref();
  };
  let timer = setTimeout(sweepAndWait, firstAfter).unref();
  return {
    close: () => {
      clearTimeout(timer);
      return running;
    },
  };
}

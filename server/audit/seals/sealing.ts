import type { Logger } from "pino";
import { Contradiction } from "./contradiction.ts";
import { LogSeals } from "./log-seals.ts";
import type { Seal } from "./seal.ts";
import { sealFolder } from "./seal-folder.ts";
import type { Log } from "./sealed-tree.ts";
import { signingKey } from "./signing-key.ts";

/** Why nothing is sealed: the log contradicts its last seal, or there is no key or no room for a seal. */
export type SealingFault = "contradiction" | "failed";

/** What a seal is made with: the instant that it is, and where faults are logged. */
export interface SealingOptions {
  now(): Date;
  logger: Logger;
  /** Names a seal in the log itself. */
  name?(seal: Seal): Promise<void>;
}

/** The sealing of one log: what it knows, and what went wrong last. */
export class Sealing {
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
      this.seals ??= new LogSeals(this.#log, folder, await signingKey(folder), this.#options);
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

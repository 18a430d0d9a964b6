import { StoreRefused } from "../failures.ts";

/** The way out where the state is damaged and the journal is not. */
export const WAY_OUT = "Run `qagida store rebuild`: it makes the state anew from the journal.";

/** The way out where the journal itself is damaged: only a copy helps. */
export const LAST_WAY_OUT =
  "The journal is what everything else is made from: bring it back with `qagida restore` from a backup.";

/** The refusal of a store of which a file is missing, empty, torn or changed. */
export const damaged = (file: string, what: string, wayOut: string = WAY_OUT): StoreRefused =>
  new StoreRefused("damaged", `${file}: ${what}. ${wayOut}`);

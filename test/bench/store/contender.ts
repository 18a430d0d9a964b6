import type { Store } from "../../../server/store/store.ts";

/** A store that is measured, and the bare writes that it is compared with. */
export interface StoreContender {
  name: string;
  /** How many recordings a second it has to keep up with. */
  perSecond: number;
  store: Store;
  /** What the bare writes are: appends to a file, or inserts of a row, each one durable before the next. */
  bareName: string;
  /** Makes one bare write of so many characters, durably. */
  writeBare(text: string): Promise<void>;
  /** How long the store takes to open as it is now, as if its process had been killed, in milliseconds. */
  restart?(): Promise<number>;
  /** Closes the store, and takes away what it kept. */
  remove(): Promise<void>;
}

import type { Readable } from "node:stream";
import type { Store, WrittenEvent } from "./store.ts";

/** What a copy is made from: the log up to one moment, as often as it is asked for, and the documents it names. */
export interface LogSource {
  events(): AsyncIterable<WrittenEvent>;
  document(sha256: string): Promise<Readable | null>;
  close(): Promise<void>;
}

/** The log of a store as it stands now: what is committed later is left out. */
export async function logOf(store: Store): Promise<LogSource> {
  const { size } = await store.head();
  return {
    events: () => store.events(0, size),
    document: (sha256) => store.document(sha256),
    close: () => store.close(),
  };
}

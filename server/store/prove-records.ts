import type { LoggedEvent } from "./change.ts";
import { readEvent } from "./log/read-event.ts";
import { stateHash } from "./log/state-hash.ts";
import { type KindOfRecord, recordsOf } from "./records-of.ts";
import type { Store } from "./store.ts";

interface LastOf {
  version: number;
  after: string;
}

/** Proves records by the log: is told every event, and then every record that a store answers. */
export class RecordProof {
  readonly #last = new Map<string, LastOf>();

  follow({ records }: Pick<LoggedEvent, "records">): void {
    for (const { kind, id, version, after } of records) {
      if (after === null) this.#last.delete(`${kind} ${id}`);
      else this.#last.set(`${kind} ${id}`, { version, after });
    }
  }

  /** Whether a record is what the last event about it says. Each one is asked for once. */
  holds({ kind, id, version, state }: KindOfRecord): boolean {
    const name = `${kind} ${id}`;
    const logged = this.#last.get(name);
    this.#last.delete(name);
    return logged?.version === version && logged.after === stateHash(JSON.stringify(state));
  }

  /** The records that are there by the log, and were not asked for. */
  missing(): Iterable<string> {
    return this.#last.keys();
  }
}

/**
 * Compares every record that a store answers with the last event about it.
 * @returns the names of those that differ, are missing, or are there without an event; empty where all is well.
 */
export async function differingRecords(store: Store): Promise<string[]> {
  const proof = new RecordProof();
  for await (const { line } of store.events()) proof.follow(readEvent(line));
  const differing: string[] = [];
  for await (const record of recordsOf(store)) if (!proof.holds(record)) differing.push(`${record.kind} ${record.id}`);
  return [...differing, ...proof.missing()];
}

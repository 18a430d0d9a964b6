import { readEvent } from "./log/read-event.ts";
import { stateHash } from "./log/state-hash.ts";
import { recordsOf } from "./records-of.ts";
import type { Store } from "./store.ts";

interface LastOf {
  version: number;
  after: string;
}

/** Every record that is there by the log, with its last version and the hash of its state. */
async function lastByLog(store: Store): Promise<Map<string, LastOf>> {
  const last = new Map<string, LastOf>();
  for await (const { line } of store.events()) {
    for (const { kind, id, version, after } of readEvent(line).records) {
      if (after === null) last.delete(`${kind} ${id}`);
      else last.set(`${kind} ${id}`, { version, after });
    }
  }
  return last;
}

/**
 * Compares every record that a store answers with the last event about it.
 * @returns the names of those that differ, are missing, or are there without an event; empty where all is well.
 */
export async function differingRecords(store: Store): Promise<string[]> {
  const last = await lastByLog(store);
  const differing: string[] = [];
  for await (const { kind, id, version, state } of recordsOf(store)) {
    const name = `${kind} ${id}`;
    const logged = last.get(name);
    if (logged?.version !== version || logged.after !== stateHash(JSON.stringify(state))) differing.push(name);
    last.delete(name);
  }
  return [...differing, ...last.keys()];
}

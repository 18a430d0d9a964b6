import type { RecordKind } from "../records.ts";
import type { Entry, EntryChange } from "./entry.ts";
import { Lookup } from "./lookup.ts";

/** The records of a partition in memory. */
export class PartitionRecords {
  readonly lookup = new Lookup();
  readonly #kinds = new Map<RecordKind, Map<string, Entry>>();

  get(kind: RecordKind, id: string): Entry | null {
    return this.#kinds.get(kind)?.get(id) ?? null;
  }

  /** The records of one kind, in no order. */
  all(kind: RecordKind): Iterable<Entry> {
    return this.#kinds.get(kind)?.values() ?? [];
  }

  apply({ kind, id, entry }: EntryChange): void {
    this.lookup.set(kind, id, entry);
    const records = this.#kinds.get(kind);
    if (entry === null) records?.delete(id);
    else if (records) records.set(id, entry);
    else this.#kinds.set(kind, new Map([[id, entry]]));
  }

  /** All of them, as they are now. */
  entries(): Entry[] {
    return [...this.#kinds.values()].flatMap((records) => [...records.values()]);
  }
}

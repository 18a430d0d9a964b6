import type { LoggedEvent } from "../change.ts";
import { entryChanges } from "./entry.ts";
import { partitionOf } from "./partition-name.ts";

/** What each partition has to hold by the log: the heads of its records as JSON, without their states. */
export class ExpectedEntries {
  readonly #partitions = new Map<string, Map<string, string>>();

  apply(event: LoggedEvent): void {
    for (const { kind, id, entry } of entryChanges(event)) {
      const heads = this.#partition(partitionOf(kind, id));
      if (entry === null) heads.delete(`${kind} ${id}`);
      else heads.set(`${kind} ${id}`, JSON.stringify({ ...entry, text: undefined }));
    }
  }

  /** The heads of a partition's records by kind and id, as a copy. */
  of(partition: string): Map<string, string> {
    return new Map(this.#partition(partition));
  }

  #partition(name: string): Map<string, string> {
    const there = this.#partitions.get(name);
    if (there) return there;
    const heads = new Map<string, string>();
    this.#partitions.set(name, heads);
    return heads;
  }
}

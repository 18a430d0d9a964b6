import type { LoggedEvent } from "../../change.ts";
import type { RecordKind } from "../../records.ts";

/** How the last event about a record left it. */
export interface LastOf {
  version: number;
  seq: number;
  after: string;
}

/** What the log says of every record that is there. */
export class LastOfLog {
  readonly #kinds = new Map<RecordKind, Map<string, LastOf>>();

  apply({ seq, records }: LoggedEvent): void {
    for (const { kind, id, version, after } of records) {
      const ofKind = this.of(kind);
      if (after === null) ofKind.delete(id);
      else ofKind.set(id, { version, seq, after });
    }
  }

  /** The records of a kind, by id. */
  of(kind: RecordKind): Map<string, LastOf> {
    const there = this.#kinds.get(kind);
    if (there) return there;
    const made = new Map<string, LastOf>();
    this.#kinds.set(kind, made);
    return made;
  }
}

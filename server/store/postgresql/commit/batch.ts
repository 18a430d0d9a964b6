import type { Change, Committed } from "../../change.ts";
import { Conflict, InvalidChange } from "../../failures.ts";
import { judgeChange, type Outdated } from "../../log/judge-change.ts";
import { readEvent } from "../../log/read-event.ts";
import { stateHash } from "../../log/state-hash.ts";
import { writeEvent } from "../../log/write-event.ts";
import type { LinedEvent } from "./event-writes.ts";
import { asStored, type KeptRecord, type KeptRecords } from "./kept-records.ts";
import type { LogEnd } from "./lock-log.ts";
import type { RecordToWrite } from "./record-writes.ts";

/** What came of a change, or why it was refused. */
export type Outcome = Committed | Conflict | InvalidChange;

const conflictOf = (outdated: readonly Outdated<KeptRecord>[]): Conflict =>
  new Conflict(outdated.map(({ kept, ...record }) => ({ ...record, kept: kept && asStored(kept) })));

/** Changes that share a transaction. Each one is judged with those before it in mind. */
export class Batch {
  readonly events: LinedEvent[] = [];
  readonly records: RecordToWrite[] = [];
  readonly #kept: KeptRecords;
  readonly #first: number;
  readonly #at: string;

  /** @param now when it is committed; its instant does not go back behind that of the last event */
  constructor({ size, lastAt }: LogEnd, kept: KeptRecords, now: Date) {
    const at = now.toISOString();
    this.#at = at > lastAt ? at : lastAt;
    this.#first = size;
    this.#kept = kept;
  }

  /** Judges a change and puts its event in. */
  put(change: Change): Outcome {
    const kept = change.records.map((record) => this.#kept.get(record));
    const verdict = judgeChange(change, kept);
    if (verdict.may === "repeat") return verdict.committed;
    const outdated = verdict.may === "conflict" ? verdict.records : this.#sameLogin(change);
    if (outdated.length > 0) return conflictOf(outdated);
    try {
      return this.#add(change, kept);
    } catch (error) {
      if (error instanceof InvalidChange) return error;
      throw error;
    }
  }

  #add(change: Change, kept: readonly (KeptRecord | null)[]): Committed {
    const seq = this.#first + this.events.length;
    const at = this.#at;
    const before = kept.map((record) => record && { version: record.version, hash: stateHash(record.text) });
    const { line, records } = writeEvent(seq, at, change, before);
    const submission = change.submission ?? null;
    for (const { kind, id, version, text } of records) {
      this.#kept.set({ kind, id }, text === null ? null : { kind, id, version, text, seq, at, submission });
      this.records.push({ kind, id, version, text, seq });
    }
    this.events.push({ event: readEvent(line), line });
    return { seq, at, repeated: false };
  }

  /** No two accounts share a login: the one that has it is the other side of the conflict. */
  #sameLogin({ records }: Change): Outdated<KeptRecord>[] {
    return records.flatMap(({ kind, id, from, state }) => {
      if (kind !== "account" || state === null) return [];
      const kept = this.#kept.accountNamed(state.login);
      return kept && kept.id !== id ? [{ kind, id, from, kept }] : [];
    });
  }
}

import type { Change, Committed } from "../change.ts";
import { judgeChange, type Outdated } from "../log/judge-change.ts";
import { type NewEvent, writeEvent } from "../log/write-event.ts";
import { type Entry, type EntryChange, entryChange } from "./entry.ts";
import type { Findable } from "./event-signature.ts";
import type { Partitions } from "./partitions.ts";
import { Staged } from "./staged.ts";

/** What becomes of a change once its batch is on disk. */
export type Answer = { committed: Committed } | { outdated: Outdated<Entry>[] } | { refused: unknown };

/** An event of a batch, with what it does to the records. */
export interface BatchEvent {
  line: string | Uint8Array;
  findable: Findable;
  changes: EntryChange[];
}

/** Most that one batch holds: it is put together without a pause. */
const BATCH_CHARACTERS = 1024 * 1024;
const BATCH_CHANGES = 256;

/** Changes that are written and synced together. Each one is judged with those before it in mind. */
export class Batch {
  readonly events: BatchEvent[] = [];
  readonly #staged: Staged;
  readonly #first: number;
  readonly #at: string;
  #answers = 0;
  #characters = 0;

  /** @param first the place of its first event in the log @param at the instant of all its events */
  constructor(partitions: Partitions, first: number, at: string) {
    this.#staged = new Staged(partitions);
    this.#first = first;
    this.#at = at;
  }

  /** Whether one more change may be put in: accounts are judged by an index that a batch does not see. */
  takes({ records }: Change): boolean {
    if (this.#characters >= BATCH_CHARACTERS || this.#answers >= BATCH_CHANGES) return false;
    return !(this.#staged.hasAccounts && records.some(({ kind }) => kind === "account"));
  }

  /** Judges a change and puts its event in. The answer holds once the batch is on disk. */
  put(change: Change): Answer {
    this.#answers++;
    try {
      const kept = change.records.map(({ kind, id }) => this.#staged.entry(kind, id));
      const verdict = judgeChange(change, kept);
      if (verdict.may === "repeat") return { committed: verdict.committed };
      const outdated = verdict.may === "conflict" ? verdict.records : this.#sameLogin(change);
      if (outdated.length > 0) return { outdated };
      this.#staged.checkReferences(change);
      return { committed: this.#add(change, kept) };
    } catch (refused) {
      return { refused };
    }
  }

  #add(change: Change, kept: readonly (Entry | null)[]): Committed {
    const seq = this.#first + this.events.length;
    const at = this.#at;
    const { line, records }: NewEvent = writeEvent(seq, at, change, kept);
    const event = { seq, at, submission: change.submission ?? null };
    const changes = records.map((record) => entryChange(event, record));
    for (const one of changes) this.#staged.add(one);
    this.events.push({ line, changes, findable: change });
    this.#characters += line.length;
    return { seq, at, repeated: false };
  }

  /** No two accounts share a login: the one that has it is the other side of the conflict. */
  #sameLogin({ records }: Change): Outdated<Entry>[] {
    return records.flatMap(({ kind, id, from, state }) => {
      if (kind !== "account" || state === null) return [];
      const kept = this.#staged.accountNamed(state.login);
      return kept && kept.id !== id ? [{ kind, id, from, kept }] : [];
    });
  }
}

import { isDeepStrictEqual } from "node:util";
import type { Act } from "../accounts/act.ts";
import type { RecordChange } from "../store/change.ts";
import { Conflict } from "../store/failures.ts";
import type { Consultant, RecordStates, Stored } from "../store/records.ts";
import type { Entry } from "./file/register.ts";
import { onList } from "./on-list.ts";

/** How many records one event holds at most. */
const MOST_RECORDS = 200;
const MOST_TRIES = 8;

type Kind = "chamber" | "consultant";

/** How many records were added, and how many changed. */
export interface Entered {
  added: number;
  changed: number;
}

const NOTHING: Entered = { added: 0, changed: 0 };

const sumOf = (one: Entered, other: Entered): Entered => ({
  added: one.added + other.added,
  changed: one.changed + other.changed,
});

function* batchesOf<T>(all: readonly T[]): Generator<T[]> {
  for (let at = 0; at < all.length; at += MOST_RECORDS) yield all.slice(at, at + MOST_RECORDS);
}

/** Brings the records of one kind to the states that are given. */
class Entering<Of extends Kind> {
  readonly #act: Pick<Act, "store" | "by">;
  readonly #kind: Of;
  readonly #kept: Map<string, Stored<RecordStates[Of]>>;

  constructor(act: Pick<Act, "store" | "by">, kind: Of, kept: readonly Stored<RecordStates[Of]>[]) {
    this.#act = act;
    this.#kind = kind;
    this.#kept = new Map(kept.map((one) => [one.id, one]));
  }

  async enter(given: readonly Entry<RecordStates[Of]>[]): Promise<Entered> {
    let entered = NOTHING;
    for (const entries of [this.#added(given), this.#changed(given)])
      for (const batch of batchesOf(entries)) entered = sumOf(entered, await this.#enterBatch(batch, 1));
    return entered;
  }

  #added(entries: readonly Entry<RecordStates[Of]>[]): Entry<RecordStates[Of]>[] {
    return entries.filter(({ id }) => !this.#kept.has(id));
  }

  #changed(entries: readonly Entry<RecordStates[Of]>[]): Entry<RecordStates[Of]>[] {
    return entries.filter((entry) => {
      const kept = this.#kept.get(entry.id);
      return kept && !isDeepStrictEqual(kept.state, this.#stateOf(entry));
    });
  }

  #stateOf({ id, state }: Entry<RecordStates[Of]>): RecordStates[Kind] {
    if (this.#kind === "chamber") return state;
    return onList((this.#kept.get(id)?.state as Consultant | undefined) ?? null, state as Consultant);
  }

  async #enterBatch(batch: readonly Entry<RecordStates[Of]>[], tries: number): Promise<Entered> {
    const [added, changed] = [this.#added(batch), this.#changed(batch)];
    return sumOf(
      await this.#commit("add", added, { ...NOTHING, added: added.length }, tries),
      await this.#commit("change", changed, { ...NOTHING, changed: changed.length }, tries),
    );
  }

  /** Commits entries as one event; those that somebody else changed meanwhile are read again, and built anew. */
  async #commit(
    verb: "add" | "change",
    entries: readonly Entry<RecordStates[Of]>[],
    entered: Entered,
    tries: number,
  ): Promise<Entered> {
    if (entries.length === 0) return NOTHING;
    const records = entries.map((entry) => this.#changeOf(entry));
    try {
      await this.#act.store.commit({ action: `${this.#kind}.${verb}`, by: this.#act.by, records });
      return entered;
    } catch (error) {
      if (!(error instanceof Conflict) || tries === MOST_TRIES) throw error;
      for (const { id } of error.records) await this.#readAgain(id);
      return this.#enterBatch(entries, tries + 1);
    }
  }

  #changeOf(entry: Entry<RecordStates[Of]>): RecordChange {
    const { id } = entry;
    return {
      kind: this.#kind,
      id,
      from: this.#kept.get(id)?.version ?? 0,
      state: this.#stateOf(entry),
    } as RecordChange;
  }

  async #readAgain(id: string): Promise<void> {
    const kept = await this.#act.store[this.#kind](id);
    if (kept) this.#kept.set(id, kept as Stored<RecordStates[Of]>);
  }
}

/**
 * Enters records of a kind into the register: what is new is added, what differs is changed, what is equal is left alone.
 * @param kept the records of the kind as the store held them last
 */
export const enterRecords = <Of extends Kind>(
  act: Pick<Act, "store" | "by">,
  kind: Of,
  given: readonly Entry<RecordStates[Of]>[],
  kept: readonly Stored<RecordStates[Of]>[],
): Promise<Entered> => new Entering(act, kind, kept).enter(given);

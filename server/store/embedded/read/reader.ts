import { setImmediate } from "node:timers/promises";
import type { RecordKind, RecordStates, Stored } from "../../records.ts";
import { type Entry, storedOf } from "../entry.ts";
import type { EventLog } from "../event-log.ts";
import type { LookedUp } from "../lookup.ts";
import { partitionOf } from "../partition-name.ts";
import type { Partitions } from "../partitions.ts";
import { showEntry } from "../show-entry.ts";

type All<Kind extends RecordKind> = Promise<Stored<RecordStates[Kind]>[]>;
type One<Kind extends RecordKind> = Promise<Stored<RecordStates[Kind]> | null>;

/** How many records are read without letting anybody else have a turn. */
const AT_ONCE = 500;

const byId = (one: Entry, other: Entry): number => (one.id < other.id ? -1 : 1);

/** Reads records from the partitions; lists come in the order of their ids. */
export class Reader {
  readonly #partitions: Partitions;
  readonly #log: EventLog;

  constructor(partitions: Partitions, log: EventLog) {
    this.#partitions = partitions;
    this.#log = log;
  }

  async one<Kind extends RecordKind>(kind: Kind, id: string): One<Kind> {
    const records = await this.#partitions.records(partitionOf(kind, id));
    const entry = records?.get(kind, id);
    return entry ? showEntry<Kind>(this.#log, entry) : null;
  }

  /** The records of a kind in a partition: in the one of their kind, unless another is named. */
  async all<Kind extends RecordKind>(kind: Kind, partition: string = kind): All<Kind> {
    const records = await this.#partitions.records(partition);
    return this.#read<Kind>(records?.all(kind) ?? []);
  }

  /** The states of the records of a kind in a partition, as they were written, each a line of JSON. */
  lines(kind: RecordKind, partition: string): Promise<Uint8Array> {
    return this.#partitions.lines(kind, partition);
  }

  /** The records of a kind that belong to a case. */
  async under<Kind extends RecordKind>(kind: Kind, caseId: string): All<Kind> {
    const records = await this.#partitions.records(partitionOf(kind, caseId));
    return this.#read<Kind>([...(records?.all(kind) ?? [])].filter(({ id }) => id.startsWith(`${caseId}/`)));
  }

  /** The records that are found by something else than their ids. */
  async lookUp<Kind extends LookedUp>(kind: Kind, key: string): All<Kind> {
    const records = await this.#partitions.records(kind);
    const ids = [...(records?.lookup.ids(key) ?? [])];
    return this.#read<Kind>(ids.map((id) => records?.get(kind, id)).filter((entry) => !!entry));
  }

  yearsOf(chamber: string): number[] {
    return this.#partitions.yearsOf(chamber);
  }

  async #read<Kind extends RecordKind>(entries: Iterable<Entry>): All<Kind> {
    const stored: Stored<RecordStates[Kind]>[] = [];
    for (const entry of [...entries].sort(byId)) {
      stored.push(storedOf<Kind>(entry));
      if (stored.length % AT_ONCE === 0) await setImmediate();
    }
    return stored;
  }
}

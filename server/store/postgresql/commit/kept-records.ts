import type { Kept } from "../../log/judge-change.ts";
import type { Account, RecordKind, RecordStates, Stored } from "../../records.ts";

/** A record as the database keeps it, its state as JSON text. */
export interface KeptRecord extends Kept {
  kind: RecordKind;
  id: string;
  text: string;
}

/** A kept record as it is answered. */
export const asStored = ({ id, version, text }: KeptRecord): Stored<RecordStates[RecordKind]> => ({
  id,
  version,
  state: JSON.parse(text),
});

const loginOf = ({ text }: KeptRecord): string => (JSON.parse(text) as Account).login;

/** What is kept of the records that a batch touches, as the changes in it so far leave them. */
export class KeptRecords {
  readonly #records = new Map<string, KeptRecord>();

  constructor(records: Iterable<KeptRecord>) {
    for (const record of records) this.set(record, record);
  }

  get({ kind, id }: Pick<KeptRecord, "kind" | "id">): KeptRecord | null {
    return this.#records.get(`${kind} ${id}`) ?? null;
  }

  /** Takes note of what becomes of a record: null where it is removed. */
  set({ kind, id }: Pick<KeptRecord, "kind" | "id">, kept: KeptRecord | null): void {
    if (kept) this.#records.set(`${kind} ${id}`, kept);
    else this.#records.delete(`${kind} ${id}`);
  }

  accountNamed(login: string): KeptRecord | null {
    const all = [...this.#records.values()];
    return all.find((record) => record.kind === "account" && loginOf(record) === login) ?? null;
  }
}

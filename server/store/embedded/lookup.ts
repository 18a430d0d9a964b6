import type { RecordKind } from "../records.ts";
import { type Entry, storedOf } from "./entry.ts";

/** What records are looked for by, other than their ids. */
const KEYS = {
  account: (entry: Entry) => storedOf<"account">(entry).state.login,
  session: (entry: Entry) => storedOf<"session">(entry).state.account,
  consultant: (entry: Entry) => storedOf<"consultant">(entry).state.chamber,
} satisfies Partial<Record<RecordKind, (entry: Entry) => string>>;

export type LookedUp = keyof typeof KEYS;

const isLookedUp = (kind: RecordKind): kind is LookedUp => Object.hasOwn(KEYS, kind);

/** Finds the ids of accounts by login, of sessions by account, of consultants by chamber. */
export class Lookup {
  readonly #ids = new Map<string, Set<string>>();
  readonly #keys = new Map<string, string>();

  /** Takes note of a record's new entry, or of its removal. */
  set(kind: RecordKind, id: string, entry: Entry | null): void {
    if (!isLookedUp(kind)) return;
    const before = this.#keys.get(id);
    const key = entry === null ? undefined : KEYS[kind](entry);
    if (before === key) return;
    if (before !== undefined) this.#forget(id, before);
    if (key !== undefined) this.#remember(id, key);
  }

  ids(key: string): Iterable<string> {
    return this.#ids.get(key) ?? [];
  }

  #remember(id: string, key: string): void {
    this.#keys.set(id, key);
    const ids = this.#ids.get(key);
    if (ids) ids.add(id);
    else this.#ids.set(key, new Set([id]));
  }

  #forget(id: string, key: string): void {
    this.#keys.delete(id);
    const ids = this.#ids.get(key);
    ids?.delete(id);
    if (ids?.size === 0) this.#ids.delete(key);
  }
}

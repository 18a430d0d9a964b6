import type { Change } from "../change.ts";
import { InvalidChange } from "../failures.ts";
import type { RecordKind } from "../records.ts";
import { referencesOf } from "../references.ts";
import { type Entry, type EntryChange, storedOf } from "./entry.ts";
import type { Partitions } from "./partitions.ts";

/** The records as the changes of a batch will leave them, over those that are kept. */
export class Staged {
  readonly #partitions: Partitions;
  readonly #changes = new Map<string, EntryChange>();
  /** Whether an account is among them. */
  hasAccounts = false;

  constructor(partitions: Partitions) {
    this.#partitions = partitions;
  }

  entry(kind: RecordKind, id: string): Entry | null {
    const change = this.#changes.get(`${kind} ${id}`);
    return change ? change.entry : this.#partitions.entry(kind, id);
  }

  add(change: EntryChange): void {
    this.#changes.set(`${change.kind} ${change.id}`, change);
    this.hasAccounts ||= change.kind === "account";
  }

  /**
   * Refuses a change whose records point to what is not there, or leave behind what points to them.
   * @throws {InvalidChange} naming the record.
   */
  checkReferences({ records }: Change): void {
    const comes = new Map(records.map((record) => [`${record.kind} ${record.id}`, record.state !== null]));
    for (const record of records) {
      for (const { kind, id } of referencesOf(record))
        if (!(comes.get(`${kind} ${id}`) ?? this.entry(kind, id) !== null))
          throw new InvalidChange(`${record.kind} ${record.id} points to ${kind} ${id}, which is not there`);
      if (record.kind === "account" && record.state === null) this.#checkNothingLeft(record.id, comes);
    }
  }

  /** The account that has a login; not in a batch that changes accounts. */
  accountNamed(login: string): Entry | null {
    const [id] = this.#partitions.get("account").records?.lookup.ids(login) ?? [];
    return id === undefined ? null : this.#partitions.entry("account", id);
  }

  #checkNothingLeft(account: string, comes: ReadonlyMap<string, boolean>): void {
    const sessions = this.#partitions.get("session").records?.lookup.ids(account) ?? [];
    const links = [...(this.#partitions.get("link").records?.all("link") ?? [])].filter(
      (entry) => storedOf<"link">(entry).state.account === account,
    );
    const left = [
      ...[...sessions].map((id) => `session ${id}`),
      ...links.map(({ id }) => `link ${id}`),
      ...(this.#partitions.entry("credential", account) ? [`credential ${account}`] : []),
    ].find((name) => comes.get(name) !== false);
    if (left !== undefined) throw new InvalidChange(`account ${account} is removed, but ${left} points to it`);
  }
}

import type { RecordKind, RecordStates, Stored } from "./records.ts";
import type { Store } from "./store.ts";

/** A record with its kind, as a store answers it. */
export interface KindOfRecord extends Stored<RecordStates[RecordKind]> {
  kind: RecordKind;
}

/** How many cases are asked for what belongs to them at a time. */
const AT_ONCE = 8;

const as = (kind: RecordKind, records: readonly (Stored<RecordStates[RecordKind]> | null)[]): KindOfRecord[] =>
  records.flatMap((record) => (record ? [{ kind, ...record }] : []));

async function* recordsOfYear(store: Store, chamber: string, year: number): AsyncGenerator<KindOfRecord> {
  const cases = await store.casesOf(chamber, year);
  yield* as("case", cases);
  yield* as("sanction", await store.sanctionsOf(chamber, year));
  for (let at = 0; at < cases.length; at += AT_ONCE) {
    const ids = cases.slice(at, at + AT_ONCE).map(({ id }) => id);
    for (const decisions of await Promise.all(ids.map((id) => store.decisionsOn(id)))) yield* as("decision", decisions);
    for (const documents of await Promise.all(ids.map((id) => store.documentsOf(id)))) yield* as("document", documents);
  }
}

async function* recordsOfChambers(store: Store): AsyncGenerator<KindOfRecord> {
  for (const chamber of await store.chambers()) {
    yield* as("chamber", [chamber]);
    yield* as("consultant", await store.consultantsOf(chamber.id));
    for (const year of await store.yearsOf(chamber.id)) yield* recordsOfYear(store, chamber.id, year);
  }
}

/** Every record of a store, found by its verbs alone: what its readers can get at. */
export async function* recordsOf(store: Store): AsyncGenerator<KindOfRecord> {
  yield* recordsOfChambers(store);
  yield* as("rule-set", await store.ruleSets());
  yield* as("adoption", await store.adoptions());
  yield* as("draft", await store.drafts());
  yield* as("looking-back", await store.lookingsBack());
  yield* as("link", await store.links());
  for (const account of await store.accounts()) {
    yield* as("account", [account]);
    yield* as("credential", [await store.credential(account.id)]);
    yield* as("session", await store.sessionsOf(account.id));
  }
}

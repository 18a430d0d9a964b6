import type { RecordKind, RecordStates, Stored } from "../../server/store/records.ts";
import type { Store } from "../../server/store/store.ts";

type Reader = (store: Store, id: string) => Promise<Stored<RecordStates[RecordKind]> | null>;

const caseOf = (id: string): string => id.slice(0, id.lastIndexOf("/"));
const named = <Record extends { id: string }>(records: readonly Record[], id: string): Record | null =>
  records.find((record) => record.id === id) ?? null;

const READERS: Record<RecordKind, Reader> = {
  chamber: (store, id) => store.chamber(id),
  consultant: (store, id) => store.consultant(id),
  case: (store, id) => store.case(id),
  decision: (store, id) => store.decision(id),
  sanction: async (store, id) => named(await store.sanctionsOn(caseOf(id)), id),
  "rule-set": (store, id) => store.ruleSet(id),
  adoption: async (store, id) => named(await store.adoptions(), id),
  draft: (store, id) => store.draft(id),
  "looking-back": (store, id) => store.lookingBack(id),
  document: async (store, id) => named(await store.documentsOf(caseOf(id)), id),
  account: (store, id) => store.account(id),
  credential: (store, id) => store.credential(id),
  session: (store, id) => store.session(id),
  link: (store, id) => store.link(id),
};

/** Reads a record of any kind by the verb of its kind. */
export const readRecord: (store: Store, kind: RecordKind, id: string) => ReturnType<Reader> = (store, kind, id) =>
  READERS[kind](store, id);

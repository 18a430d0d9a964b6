import type { Readable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import type { Change, Committed, EventHead, LoggedEvent } from "../change.ts";
import type { RecordKind, RecordStates, Stored } from "../records.ts";
import type { EventQuery, LogHead, Store, WrittenEvent } from "../store.ts";
import type { Documents } from "./documents.ts";
import { type Entry, storedOf } from "./entry.ts";
import type { EventLog } from "./event-log.ts";
import { casesPartition, partitionOf } from "./partition-name.ts";
import type { Partitions } from "./partitions.ts";
import { showEntry } from "./show-entry.ts";

/** What the store is made of. */
export interface EmbeddedParts {
  partitions: Partitions;
  log: EventLog;
  documents: Documents;
  commit(change: Change): Promise<Committed>;
  takeOver(events: AsyncIterable<WrittenEvent>): Promise<void>;
  close(): Promise<void>;
}

type Of<Kind extends RecordKind> = Promise<Stored<RecordStates[Kind]>[]>;
type One<Kind extends RecordKind> = Promise<Stored<RecordStates[Kind]> | null>;

/** How many records are read without letting anybody else have a turn. */
const AT_ONCE = 500;

const byId = (one: Entry, other: Entry): number => (one.id < other.id ? -1 : 1);

async function read<Kind extends RecordKind>(entries: Iterable<Entry>): Of<Kind> {
  const stored: Stored<RecordStates[Kind]>[] = [];
  for (const entry of [...entries].sort(byId)) {
    stored.push(storedOf<Kind>(entry));
    if (stored.length % AT_ONCE === 0) await setImmediate();
  }
  return stored;
}

/** The store in a folder of this machine: nothing to set up. */
export class EmbeddedStore implements Store {
  readonly kind = "embedded";
  readonly #parts: EmbeddedParts;

  constructor(parts: EmbeddedParts) {
    this.#parts = parts;
  }

  commit(change: Change): Promise<Committed> {
    return this.#parts.commit(change);
  }

  chambers = (): Of<"chamber"> => this.#all("chamber");
  chamber = (id: string): One<"chamber"> => this.#one("chamber", id);
  consultant = (id: string): One<"consultant"> => this.#one("consultant", id);
  consultantsOf = (chamber: string): Of<"consultant"> => this.#lookUp("consultant", chamber);

  async yearsOf(chamber: string): Promise<number[]> {
    return this.#parts.partitions.yearsOf(chamber);
  }

  casesOf = (chamber: string, reportingYear: number): Of<"case"> =>
    this.#all("case", casesPartition(chamber, reportingYear));
  case = (id: string): One<"case"> => this.#one("case", id);
  decision = (id: string): One<"decision"> => this.#one("decision", id);

  async decisionsOn(caseId: string): Of<"decision"> {
    const decisions: Awaited<Of<"decision">> = [];
    for (let number = 1; ; number++) {
      const decision = await this.decision(`${caseId}/${number}`);
      if (!decision) return decisions;
      decisions.push(decision);
    }
  }

  sanctionsOn = (caseId: string): Of<"sanction"> => this.#under("sanction", caseId);
  sanctionsOf = (chamber: string, reportingYear: number): Of<"sanction"> =>
    this.#all("sanction", casesPartition(chamber, reportingYear));

  documentsOf = (caseId: string): Of<"document"> => this.#under("document", caseId);
  keepDocument(content: Readable): Promise<{ sha256: string; bytes: number }> {
    return this.#parts.documents.keep(content);
  }
  document(sha256: string): Promise<Readable | null> {
    return this.#parts.documents.read(sha256);
  }

  ruleSets = (): Of<"rule-set"> => this.#all("rule-set");
  ruleSet = (sha256: string): One<"rule-set"> => this.#one("rule-set", sha256);
  adoptions = (): Of<"adoption"> => this.#all("adoption");
  drafts = (): Of<"draft"> => this.#all("draft");
  draft = (id: string): One<"draft"> => this.#one("draft", id);

  accounts = (): Of<"account"> => this.#all("account");
  account = (id: string): One<"account"> => this.#one("account", id);
  async accountNamed(login: string): One<"account"> {
    return (await this.#lookUp("account", login))[0] ?? null;
  }
  credential = (account: string): One<"credential"> => this.#one("credential", account);
  session = (id: string): One<"session"> => this.#one("session", id);
  sessionsOf = (account: string): Of<"session"> => this.#lookUp("session", account);
  link = (id: string): One<"link"> => this.#one("link", id);
  links = (): Of<"link"> => this.#all("link");

  async head(): Promise<LogHead> {
    return { size: this.#parts.log.size };
  }
  events(from?: number, to?: number): AsyncIterable<WrittenEvent> {
    return this.#parts.log.lines(from, to);
  }
  findEvents(query: EventQuery): Promise<EventHead[]> {
    return this.#parts.log.find(query);
  }
  event(seq: number): Promise<LoggedEvent | null> {
    return this.#parts.log.event(seq);
  }
  takeOver(events: AsyncIterable<WrittenEvent>): Promise<void> {
    return this.#parts.takeOver(events);
  }
  close(): Promise<void> {
    return this.#parts.close();
  }

  async #one<Kind extends RecordKind>(kind: Kind, id: string): One<Kind> {
    const records = await this.#parts.partitions.records(partitionOf(kind, id));
    const entry = records?.get(kind, id);
    return entry ? showEntry<Kind>(this.#parts.log, entry) : null;
  }

  async #all<Kind extends RecordKind>(kind: Kind, partition: string = kind): Of<Kind> {
    const records = await this.#parts.partitions.records(partition);
    return read<Kind>(records?.all(kind) ?? []);
  }

  async #under<Kind extends RecordKind>(kind: Kind, caseId: string): Of<Kind> {
    const records = await this.#parts.partitions.records(partitionOf(kind, caseId));
    return read<Kind>([...(records?.all(kind) ?? [])].filter(({ id }) => id.startsWith(`${caseId}/`)));
  }

  async #lookUp<Kind extends "account" | "session" | "consultant">(kind: Kind, key: string): Of<Kind> {
    const records = await this.#parts.partitions.records(kind);
    const ids = [...(records?.lookup.ids(key) ?? [])];
    return read<Kind>(ids.map((id) => records?.get(kind, id)).filter((entry) => !!entry));
  }
}

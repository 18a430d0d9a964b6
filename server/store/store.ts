import type { Readable } from "node:stream";
import type { Action } from "../authorisation/actions.ts";
import type { Change, Committed, EventHead, LoggedEvent } from "./change.ts";
import type { ForeignEvent } from "./log/foreign-event.ts";
import type {
  Account,
  Adoption,
  CaseRecord,
  Chamber,
  Consultant,
  Credential,
  DocumentRecord,
  Draft,
  KeptRuleSet,
  LookingBack,
  OneTimeLink,
  RecordedDecision,
  Sanction,
  Session,
  Stored,
} from "./records.ts";

/** Which events are asked for: the newest first. */
export interface EventQuery {
  action?: Action;
  /** The account that acted. */
  by?: string;
  /** A record that was changed, by its id, or by the beginning of it where it ends in `/`. */
  record?: string;
  /** Instants in UTC, both inclusive. */
  since?: string;
  until?: string;
  /** Only events before this place in the log: how the next page is asked for. */
  before?: number;
  limit: number;
}

/** How far the log has come. */
export interface LogHead {
  /** How many events it holds. */
  size: number;
}

/** An event as it was written: the bytes that its leaf hash is taken of, without a line's end. */
export interface WrittenEvent {
  seq: number;
  line: string;
}

/** The bytes of a document as they are kept, whether a record names them or not. */
export interface KeptDocument {
  sha256: string;
  bytes: number;
  /** When they were brought last: an instant in UTC. */
  keptAt: string;
}

/**
 * The system of record. Ids of cases are `chamber/year/consultant`; of a decision, the case's and `/number`;
 * of a sanction and a document likewise. Lists come in the order of their ids. What is answered belongs to the caller:
 * changing it changes nothing here.
 */
export interface Store {
  /** Says what it is, for the log and `/healthz`. */
  readonly kind: "embedded" | "postgresql";

  /**
   * Commits a change and its event together: once it is answered, it is on disk.
   * @throws {Conflict} where a record was changed since; @throws {InvalidChange} where no store could keep it;
   * @throws {StoreFull} @throws {StoreUnavailable} where it could not be written. Nothing is changed then.
   */
  commit(change: Change): Promise<Committed>;

  chambers(): Promise<Stored<Chamber>[]>;
  chamber(id: string): Promise<Stored<Chamber> | null>;
  consultant(id: string): Promise<Stored<Consultant> | null>;
  consultantsOf(chamber: string): Promise<Stored<Consultant>[]>;

  /** The reporting years of which a chamber has cases, the oldest first. */
  yearsOf(chamber: string): Promise<number[]>;
  casesOf(chamber: string, reportingYear: number): Promise<Stored<CaseRecord>[]>;
  /** The states of a year's cases as they were written, each a line of JSON, in no order: bytes that another thread reads. */
  caseLines(chamber: string, reportingYear: number): Promise<Uint8Array>;
  case(id: string): Promise<Stored<CaseRecord> | null>;
  /** The decisions on a case, the oldest first. */
  decisionsOn(caseId: string): Promise<Stored<RecordedDecision>[]>;
  decision(id: string): Promise<Stored<RecordedDecision> | null>;
  sanctionsOn(caseId: string): Promise<Stored<Sanction>[]>;
  sanctionsOf(chamber: string, reportingYear: number): Promise<Stored<Sanction>[]>;

  documentsOf(caseId: string): Promise<Stored<DocumentRecord>[]>;
  /** Keeps the bytes of a document, durably, and names them by their SHA-256. Its record is committed afterwards. */
  keepDocument(content: Readable): Promise<{ sha256: string; bytes: number }>;
  document(sha256: string): Promise<Readable | null>;
  /** All documents whose bytes are kept, in the order of their SHA-256. */
  keptDocuments(): AsyncIterable<KeptDocument>;
  /**
   * Removes the bytes of a document that no record names, unless they were brought again since.
   * @param before the instant before which they have to have been brought last
   * @returns whether they are gone by that
   */
  dropDocument(sha256: string, before: string): Promise<boolean>;

  ruleSets(): Promise<Stored<KeptRuleSet>[]>;
  ruleSet(sha256: string): Promise<Stored<KeptRuleSet> | null>;
  adoptions(): Promise<Stored<Adoption>[]>;
  drafts(): Promise<Stored<Draft>[]>;
  draft(id: string): Promise<Stored<Draft> | null>;

  /** What looking back came to, wherever somebody kept it. */
  lookingsBack(): Promise<Stored<LookingBack>[]>;
  lookingBack(id: string): Promise<Stored<LookingBack> | null>;

  accounts(): Promise<Stored<Account>[]>;
  account(id: string): Promise<Stored<Account> | null>;
  accountNamed(login: string): Promise<Stored<Account> | null>;
  credential(account: string): Promise<Stored<Credential> | null>;
  session(id: string): Promise<Stored<Session> | null>;
  sessionsOf(account: string): Promise<Stored<Session>[]>;
  link(id: string): Promise<Stored<OneTimeLink> | null>;
  links(): Promise<Stored<OneTimeLink>[]>;

  head(): Promise<LogHead>;
  /** The events from one place on, up to and without another, in the order of the log. */
  events(from?: number, to?: number): AsyncIterable<WrittenEvent>;
  findEvents(query: EventQuery): Promise<EventHead[]>;
  event(seq: number): Promise<LoggedEvent | null>;
  /**
   * Takes over events, in order, into an empty log: those that another store wrote, for copies and restores; and in parts
   * those that were just made, whose states are JSON texts as they come.
   */
  takeOver(events: AsyncIterable<ForeignEvent>): Promise<void>;

  close(): Promise<void>;
}

import type { Absence, Case, Decision, Outcome, Text } from "../../engine/index.ts";

/** A chamber of legal consultants (clause 4). */
export interface Chamber {
  name: Text;
  region: Text;
}

/** A consultant on a chamber's list. */
export interface Consultant {
  name: string;
  chamber: string;
  /** The first day of membership, `YYYY-MM-DD`. */
  memberSince: string;
  memberUntil: string | null;
  /** Leaves and suspensions, oldest first. */
  absences: Absence[];
}

/** What the last decision on a case came to: enough for the list of a chamber's year. */
export interface DecisionSummary {
  number: number;
  asOf: string;
  outcome: Outcome;
  total: number;
  norm: number;
  shortfall: number;
  report: Decision["report"]["status"];
  /** The sanction that the chamber has to impose now, if any. */
  sanctionDue: string | null;
  remarks: number;
  ruleSet: string;
  recordedAt: string;
}

/** One consultant's reporting year at a chamber: the record that is worked on. */
export interface CaseRecord {
  chamber: string;
  reportingYear: number;
  consultant: string;
  consultantName: string;
  /** The case of the contract, as it stands now. */
  content: Case;
  latest: DecisionSummary | null;
}

/** A decision as it was recorded. It never changes; a correction is a new one, with its reason. */
export interface RecordedDecision {
  /** The id of the case record. */
  case: string;
  /** The first decision on a case is number 1. */
  number: number;
  /** The case exactly as it was decided. */
  content: Case;
  decision: Decision;
  /** The version of the engine that decided. */
  engine: string;
  /** What confirmed the decision. */
  confirmedBy: string;
  recordedAt: string;
  recordedBy: Actor;
  /** The number of the decision that this one corrects. */
  corrects: number | null;
  reason: string | null;
}

/** A sanction that a chamber imposed (clause 9.1). */
export interface Sanction {
  case: string;
  sanction: string;
  imposedOn: string;
  /** The number of the decision that it rests on; null where it was imposed before decisions were recorded here. */
  decision: number | null;
}

/** A rule set that decisions were made under: kept whole, for exact replay. Its id is its SHA-256. */
export interface KeptRuleSet {
  regime: string;
  effectiveYear: number;
  revision: number;
  /** The text of the file, as it was. */
  text: string;
}

/**
 * The adoption of a rule set. Its id is the year from which the set is in force and its revision, `2027-1`: there is one
 * set for each.
 */
export interface Adoption {
  effectiveYear: number;
  revision: number;
  /** The SHA-256 of the rule set. */
  ruleSet: string;
  /** The day of its adoption in Asia/Almaty (clause 10.2); null for a set that was published with the program. */
  adoptedOn: string | null;
  /** The draft that it came of. */
  draft: string | null;
}

export type DraftStatus = "draft" | "in-review" | "adopted" | "rejected" | "withdrawn";

/** A member's approval of exactly one text, named by its hash. */
export interface Approval {
  by: Actor;
  at: string;
  sha256: string;
}

/** A member's objection: it blocks adoption until its author lifts it. */
export interface Objection {
  by: Actor;
  at: string;
  reason: string;
  liftedAt: string | null;
}

/** What was submitted for review, and what the members said of it. */
export interface Review {
  submittedBy: Actor;
  submittedAt: string;
  /** The SHA-256 of the rule set that was submitted. */
  sha256: string;
  /** How many members have to approve, as it was when the draft was submitted. */
  quorum: number;
  /** How many members there were then. */
  members: number;
  approvals: Approval[];
  objections: Objection[];
}

/** A remark of a reviewer on one part of a draft, named by its JSON Pointer. */
export interface Remark {
  by: Actor;
  at: string;
  pointer: string;
  text: string;
}

/** A rule set that is being prepared: the proposal, its review, and how it ended. */
export interface Draft {
  title: string;
  status: DraftStatus;
  /** Everybody who changed its text: none of them may approve it. */
  authors: Actor[];
  /** The SHA-256 of the adopted rule set that it was made from; null for one made from nothing. */
  basedOn: string | null;
  /** Why an adopted rule set needs a numbered revision; null for an amendment. */
  correction: string | null;
  /** The rule set's JSON as text: a draft may hold problems. */
  text: string;
  review: Review | null;
  remarks: Remark[];
  /** Lines of the comparison that a reviewer has looked at: `account` and the line's hash. */
  looked: { account: string; change: string }[];
  /** Why it was rejected or withdrawn. */
  ending: string | null;
}

/**
 * A document that proves participation, kept with a case. Its id is the case's and `/` and the SHA-256 of its bytes,
 * which the store keeps beside the records, once: the same document may belong to several cases.
 */
export interface DocumentRecord {
  name: string;
  sha256: string;
  mediaType: string;
  bytes: number;
  case: string;
}

export type Role = "consultant" | "officer" | "editor" | "member" | "auditor" | "administrator";

/** A role that an account holds: an officer's for a chamber, a consultant's for one consultant. */
export interface Grant {
  role: Role;
  chamber?: string;
  consultant?: string;
}

/** Somebody who may sign in. */
export interface Account {
  /** What is typed to sign in, in lower case; no two accounts share it. */
  login: string;
  name: string;
  grants: Grant[];
  /** Whether sign-in is refused. */
  closed: boolean;
}

/** The secret of an account, under the account's id. */
export interface Credential {
  /** argon2id, in the PHC string format. */
  passwordHash: string;
  changedAt: string;
}

/** A sign-in. Its id is the SHA-256 of the token that the browser holds. */
export interface Session {
  account: string;
  signedInAt: string;
  seenAt: string;
  expiresAt: string;
  /** The browser and the system, in a few words. */
  device: string;
}

/** A link that works once. Its id is the SHA-256 of the token in it. */
export interface OneTimeLink {
  purpose: "set-up" | "invitation" | "reset";
  account: string | null;
  expiresAt: string;
}

/** Who did something: an account, or the system itself. */
export interface Actor {
  account: string | null;
  name: string;
}

/** The state of each kind of record. */
export interface RecordStates {
  chamber: Chamber;
  consultant: Consultant;
  case: CaseRecord;
  decision: RecordedDecision;
  sanction: Sanction;
  "rule-set": KeptRuleSet;
  adoption: Adoption;
  draft: Draft;
  document: DocumentRecord;
  account: Account;
  credential: Credential;
  session: Session;
  link: OneTimeLink;
}

export type RecordKind = keyof RecordStates;

/** A record as the store holds it. A new record has version 1; each change adds one. */
export interface Stored<State> {
  id: string;
  version: number;
  state: State;
}

import type { Actor } from "./actor.ts";

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

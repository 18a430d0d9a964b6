import type { Absence, Case, Decision, Outcome, Text } from "../../engine/index.ts";
import type { Actor } from "./actor.ts";

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
  /** The chambers on whose lists they were before, each once, the first one first; absent where there was none. */
  formerly?: string[];
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

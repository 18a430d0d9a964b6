import type { Account, Credential, OneTimeLink, Session } from "./account-records.ts";
import type { CaseRecord, Chamber, Consultant, DocumentRecord, RecordedDecision, Sanction } from "./case-records.ts";
import type { LookingBack } from "./looking-back-records.ts";
import type { Adoption, Draft, KeptRuleSet } from "./rule-set-records.ts";

export type * from "./account-records.ts";
export type * from "./actor.ts";
export type * from "./case-records.ts";
export type * from "./looking-back-records.ts";
export type * from "./rule-set-records.ts";

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
  "looking-back": LookingBack;
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

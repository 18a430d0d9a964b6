import type { RuleBook } from "../published-rules.ts";
import { Conflict } from "../store/failures.ts";
import type { Actor, CaseRecord, Stored } from "../store/records.ts";
import type { Store } from "../store/store.ts";
import { type CaseToRecord, checkAsOf, checkReason, recordOf } from "./case-to-record.ts";
import { checkKeepable } from "./check-keepable.ts";
import { commitWithRuleSet } from "./commit-with-rule-set.ts";
import { confirmDecision } from "./confirm-decision.ts";
import { decideCase } from "./decide-case.ts";
import { decisionRecords } from "./decision-records.ts";
import { type RecordedAs, recordedBefore, recordedIn } from "./recorded-as.ts";

/** What recording needs of the services. */
export interface Recording {
  store: Store;
  rules: RuleBook;
  now(): Date;
  /** The calendar day in Asia/Almaty. */
  today(): string;
}

async function commitDecided(services: Recording, by: Actor, toRecord: CaseToRecord, kept: Stored<CaseRecord> | null) {
  const { content, asOf, submission, reason, action } = toRecord;
  const { decision, rules } = decideCase(services.rules, content, asOf);
  await confirmDecision(rules.ruleSet, content, decision);
  const at = services.now().toISOString();
  const records = decisionRecords(toRecord, decision, kept?.state.latest ?? null, by, at);
  const change = { action, by, submission, records, ...(reason ? { reason } : {}) };
  return { records, committed: await commitWithRuleSet(services.store, change, rules) };
}

/**
 * Decides a case, has the decision confirmed, and records both in one change, with the rule set that they rest on.
 * A recorded decision never changes: a correction is the next one, with its reason. The same submission, sent again,
 * records nothing and is answered alike.
 * @throws {CaseError} where the case is refused, or a correction gives no reason.
 * @throws {IntegrityError} where the second opinion disagrees.
 * @throws {Conflict} where the case was changed since.
 */
export async function recordDecision(services: Recording, by: Actor, toRecord: CaseToRecord): Promise<RecordedAs> {
  const { store } = services;
  const { from, submission, reason } = toRecord;
  const id = recordOf(toRecord);
  const kept = await store.case(id);
  if (kept && kept.version !== from) {
    const earlier = await recordedBefore(store, id, submission);
    if (earlier) return earlier;
    throw new Conflict([{ kind: "case", id, from, kept }]);
  }
  checkAsOf(toRecord.asOf, services.today());
  checkReason(reason, kept?.state.latest?.number ?? null);
  checkKeepable([toRecord.content, reason]);
  const { records, committed } = await commitDecided(services, by, toRecord, kept);
  const written = committed.repeated ? await store.event(committed.seq) : { records };
  return recordedIn(id, written?.records ?? [], committed.repeated);
}

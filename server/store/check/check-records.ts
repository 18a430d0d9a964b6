import type { Problem } from "../../../engine/index.ts";
import { serverProblem } from "../../problem.ts";
import { decisionSummary } from "../../recording/decision-summary.ts";
import type { RecordChange } from "../change.ts";
import { checkChange } from "../check-change.ts";
import { InvalidChange } from "../failures.ts";
import type { RecordProof } from "../prove-records.ts";
import type { CaseRecord, DecisionSummary, RecordedDecision } from "../records.ts";
import { type KindOfRecord, recordsOf } from "../records-of.ts";
import { referencesOf } from "../references.ts";
import type { Store } from "../store.ts";

/** What is remembered of the records while they pass: their names, and how cases were decided last. */
class Seen {
  readonly names = new Set<string>();
  readonly pointers: { record: string; to: string }[] = [];
  readonly summaries = new Map<string, string>();
  readonly decided = new Map<string, { number: number; summary: string }>();

  add(record: KindOfRecord): void {
    const name = `${record.kind} ${record.id}`;
    this.names.add(name);
    for (const { kind, id } of referencesOf(record)) this.pointers.push({ record: name, to: `${kind} ${id}` });
    if (record.kind === "case") this.summaries.set(record.id, JSON.stringify((record.state as CaseRecord).latest));
    if (record.kind === "decision") this.#addDecision(record.state as RecordedDecision);
  }

  #addDecision({ case: caseId, number, decision, recordedAt }: RecordedDecision): void {
    if (number < (this.decided.get(caseId)?.number ?? 0)) return;
    const summary: DecisionSummary = decisionSummary(decision, number, recordedAt);
    this.decided.set(caseId, { number, summary: JSON.stringify(summary) });
  }
}

function faultOfId({ kind, id, state }: KindOfRecord): string | null {
  try {
    checkChange({
      action: "store.load",
      by: { account: null, name: "" },
      records: [{ kind, id, from: 0, state } as RecordChange],
    });
    return null;
  } catch (error) {
    if (error instanceof InvalidChange) return error.message;
    throw error;
  }
}

const recordDiffers = (record: string): Problem => serverProblem("record-differs", "", { record });

/**
 * Sees to it that records are what the log says, have the ids of their states, point to what is there, and that cases tell
 * their last decision.
 */
export async function* checkRecords(store: Store, proof: RecordProof): AsyncGenerator<Problem> {
  const seen = new Seen();
  for await (const record of recordsOf(store)) {
    if (!proof.holds(record)) yield recordDiffers(`${record.kind} ${record.id}`);
    seen.add(record);
    const fault = faultOfId(record);
    if (fault !== null) yield serverProblem("record-unfit", "", { reason: fault });
  }
  for (const record of proof.missing()) yield recordDiffers(record);
  for (const { record, to } of seen.pointers)
    if (!seen.names.has(to)) yield serverProblem("record-points-nowhere", "", { record, to });
  for (const [record, summary] of seen.summaries)
    if (summary !== (seen.decided.get(record)?.summary ?? "null"))
      yield serverProblem("summary-differs", "", { record });
}

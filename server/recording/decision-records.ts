import type { Decision } from "../../engine/index.ts";
import type { RecordChange } from "../store/change.ts";
import type { Actor, DecisionSummary } from "../store/records.ts";
import { type CaseToRecord, recordOf } from "./case-to-record.ts";
import { decisionSummary } from "./decision-summary.ts";
import { ENGINE, SECOND_OPINION } from "./evaluators.ts";
import { decisionId } from "./ids.ts";

/** The case as it is decided, and the decision: the records that change together. */
export function decisionRecords(
  { chamber, consultantName, content, from, reason }: CaseToRecord,
  decision: Decision,
  before: DecisionSummary | null,
  by: Actor,
  at: string,
): RecordChange[] {
  const id = recordOf({ chamber, content });
  const corrects = before?.number ?? null;
  const number = (corrects ?? 0) + 1;
  const { reportingYear, consultant } = content;
  const latest = decisionSummary(decision, number, at);
  const recorded = { engine: ENGINE, confirmedBy: SECOND_OPINION, recordedAt: at, recordedBy: by };
  return [
    {
      kind: "case",
      id,
      from,
      state: { chamber, reportingYear, consultant: consultant.id, consultantName, content, latest },
    },
    {
      kind: "decision",
      id: decisionId(id, number),
      from: 0,
      state: { case: id, number, content, decision, ...recorded, corrects, reason: corrects === null ? null : reason },
    },
  ];
}

import type { Decision } from "../../engine/index.ts";
import type { DecisionSummary } from "../store/records.ts";

/** What the list of a chamber's year shows of a decision. */
export const decisionSummary = (decision: Decision, number: number, recordedAt: string): DecisionSummary => ({
  number,
  asOf: decision.asOf,
  outcome: decision.outcome,
  total: decision.points.total,
  norm: decision.points.norm,
  shortfall: decision.points.shortfall,
  report: decision.report.status,
  sanctionDue: decision.sanction.due,
  remarks: decision.findings.length,
  ruleSet: decision.ruleSet.sha256,
  recordedAt,
});

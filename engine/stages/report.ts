import { daysBetween } from "../calendar.ts";
import type { Evaluation } from "../evaluation.ts";
import type { ReportStatus } from "../schema/decision.ts";

/** Looks whether the report was submitted by `asOf`, and how many days after the due day. */
export function findReport(evaluation: Evaluation, due: string): void {
  const submittedOn = evaluation.case.report?.submittedOn;
  if (submittedOn === undefined || submittedOn > evaluation.asOf) return;
  evaluation.submittedOn = submittedOn;
  if (submittedOn > due) evaluation.daysLate = daysBetween(due, submittedOn);
}

/** How the report of an obliged consultant stands. */
export function reportStatus({ submittedOn, daysLate, asOf }: Evaluation, due: string): ReportStatus {
  if (submittedOn !== null) return daysLate > 0 ? "late" : "on-time";
  return asOf <= due ? "not-due" : "missing";
}

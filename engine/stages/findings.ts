import type { Evaluation } from "../evaluation.ts";
import type { Rules } from "../prepare.ts";
import type { Activity } from "../schema/case.ts";
import type { Decision, Finding, FindingCode, Reason, ReportStatus } from "../schema/decision.ts";
import type { RuleSet } from "../schema/rule-set.ts";

/** The clauses that each finding rests on; those about what an activity was credited rest on its own. */
export type FindingClauses = Readonly<Record<Exclude<FindingCode, "claimed-points-differ">, readonly string[]>>;

export function findingClauses(ruleSet: RuleSet): FindingClauses {
  const total = ruleSet.measures.find(({ id }) => id === "total")?.clauses ?? [];
  const norm = ruleSet.amounts.find(({ id }) => id === "norm")?.clauses ?? [];
  return {
    "claimed-total-differ": total,
    "late-report": ruleSet.deadlines.report.clauses,
    "missing-report": ruleSet.deadlines.report.clauses,
    "norm-not-met": ruleSet.requirements.find(({ id }) => id === "norm")?.clauses ?? norm,
    "unlisted-form": ruleSet.unlisted.clauses,
    "no-evidence": ruleSet.evidence.clauses,
    "outside-period": ruleSet.period.clauses,
    "possible-duplicate": total,
    "sanctions-exhausted": ruleSet.sanctions.at(-1)?.clauses ?? norm,
  };
}

type RemarkedReason = Extract<Reason, FindingCode>;

const isRemarked = (reason: Reason | null): reason is RemarkedReason =>
  reason === "outside-period" || reason === "unlisted-form" || reason === "no-evidence";

/** Whether an earlier activity of the case has the same form, title and end day. */
function isRepeated(activities: readonly Activity[], place: number): boolean {
  const { to, form, title } = activities[place] as Activity;
  for (let at = 0; at < place; at++) {
    const earlier = activities[at] as Activity;
    if (earlier.to === to && earlier.form === form && earlier.title === title) return true;
  }
  return false;
}

/** As far as the case is decided when the remarks are made. */
interface Decided extends Pick<Decision, "activities" | "points"> {
  obliged: boolean;
  status: ReportStatus;
  /** Whether the ladder of sanctions has ended. */
  exhausted: boolean;
}

/** What an officer would remark on the report, as far as the decision is made. */
export function findRemarks(
  { findingClauses: clauses }: Rules,
  evaluation: Evaluation,
  { activities: credits, points, obliged, status, exhausted }: Decided,
): Finding[] {
  const findings: Finding[] = [];
  const activities = evaluation.case.activities;
  for (let at = 0; at < activities.length; at++) {
    const activity = activities[at] as Activity;
    const credit = credits[at] as (typeof credits)[number];
    const { reason } = credit;
    if (reason === "after-as-of") continue;
    if (isRemarked(reason)) findings.push({ code: reason, activity: activity.id, clauses: clauses[reason] });
    if (activity.claimedPoints !== undefined && activity.claimedPoints !== credit.credited) {
      findings.push({ code: "claimed-points-differ", activity: activity.id, clauses: credit.clauses });
    }
    if (at > 0 && isRepeated(activities, at)) {
      findings.push({ code: "possible-duplicate", activity: activity.id, clauses: clauses["possible-duplicate"] });
    }
  }
  const remark = (code: keyof FindingClauses): void => {
    findings.push({ code, activity: null, clauses: clauses[code] });
  };
  const claimed = evaluation.submittedOn === null ? undefined : evaluation.case.report?.claimedTotal;
  if (claimed !== undefined && claimed !== points.credited) remark("claimed-total-differ");
  if (status === "late") remark("late-report");
  if (status === "missing") remark("missing-report");
  if (obliged && points.shortfall > 0) remark("norm-not-met");
  if (exhausted) remark("sanctions-exhausted");
  return findings;
}

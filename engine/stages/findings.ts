import type { Evaluation } from "../evaluation.ts";
import type { Rules } from "../prepare.ts";
import type { Activity } from "../schema/case.ts";
import type { CreditedActivity, Decision, Finding, FindingCode, Reason, ReportStatus } from "../schema/decision.ts";
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

const haveSameTitleAndEnd = (one: Activity, other: Activity): boolean =>
  one.to === other.to && one.title === other.title;

/** Whether an earlier activity of the case has the same form, title and end day; the form, in the credit, is quick to read. */
function isRepeated(activities: readonly Activity[], credits: readonly CreditedActivity[], place: number): boolean {
  const { form } = credits[place] as CreditedActivity;
  for (let at = 0; at < place; at++) {
    const { form: earlier } = credits[at] as CreditedActivity;
    if (earlier === form && haveSameTitleAndEnd(activities[at] as Activity, activities[place] as Activity)) return true;
  }
  return false;
}

/** A remark on the case as a whole. */
const ofCase = (code: keyof FindingClauses, clauses: FindingClauses): Finding => ({
  code,
  activity: null,
  clauses: clauses[code],
});

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
    const { id, credited, reason, clauses: ofCredit } = credits[at] as CreditedActivity;
    if (reason === "after-as-of") continue;
    if (isRemarked(reason)) findings.push({ code: reason, activity: id, clauses: clauses[reason] });
    const { claimedPoints } = activities[at] as Activity;
    if (claimedPoints !== undefined && claimedPoints !== credited) {
      findings.push({ code: "claimed-points-differ", activity: id, clauses: ofCredit });
    }
    if (at > 0 && isRepeated(activities, credits, at)) {
      findings.push({ code: "possible-duplicate", activity: id, clauses: clauses["possible-duplicate"] });
    }
  }
  const claimed = evaluation.submittedOn === null ? undefined : evaluation.case.report?.claimedTotal;
  if (claimed !== undefined && claimed !== points.credited) findings.push(ofCase("claimed-total-differ", clauses));
  if (status === "late") findings.push(ofCase("late-report", clauses));
  if (status === "missing") findings.push(ofCase("missing-report", clauses));
  if (obliged && points.shortfall > 0) findings.push(ofCase("norm-not-met", clauses));
  if (exhausted) findings.push(ofCase("sanctions-exhausted", clauses));
  return findings;
}

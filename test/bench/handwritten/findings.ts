import type { Activity, Case, CreditedActivity, Decision, Finding } from "../../../engine/index.ts";
import { EVIDENCE, NORM_REQUIRED, PERIOD, POINTS, REPORT, SANCTIONS, UNLISTED } from "./clauses.ts";

function isRepeated(activities: readonly Activity[], place: number): boolean {
  const { form, title, to } = activities[place] as Activity;
  for (let earlier = 0; earlier < place; earlier++) {
    const other = activities[earlier] as Activity;
    if (other.to === to && other.form === form && other.title === title) return true;
  }
  return false;
}

function remarkOnActivities(activities: readonly Activity[], credits: readonly CreditedActivity[]): Finding[] {
  const findings: Finding[] = [];
  for (let place = 0; place < activities.length; place++) {
    const { id: activity, claimedPoints } = activities[place] as Activity;
    const { reason, credited, clauses } = credits[place] as CreditedActivity;
    if (reason === "after-as-of") continue;
    if (reason === "outside-period") findings.push({ code: reason, activity, clauses: PERIOD });
    else if (reason === "unlisted-form") findings.push({ code: reason, activity, clauses: UNLISTED });
    else if (reason === "no-evidence") findings.push({ code: reason, activity, clauses: EVIDENCE });
    if (claimedPoints !== undefined && claimedPoints !== credited) {
      findings.push({ code: "claimed-points-differ", activity, clauses });
    }
    if (isRepeated(activities, place)) findings.push({ code: "possible-duplicate", activity, clauses: POINTS });
  }
  return findings;
}

/** What an officer would remark, given the decision so far. */
export function remark(
  { activities, report: submitted }: Case,
  { activities: credits, points, report, obligation }: Omit<Decision, "findings">,
  known: { submitted: boolean; exhausted: boolean },
): Finding[] {
  const findings = remarkOnActivities(activities, credits);
  const claimedTotal = known.submitted ? submitted?.claimedTotal : undefined;
  if (claimedTotal !== undefined && claimedTotal !== points.credited) {
    findings.push({ code: "claimed-total-differ", activity: null, clauses: POINTS });
  }
  if (report.status === "late") findings.push({ code: "late-report", activity: null, clauses: REPORT });
  if (report.status === "missing") findings.push({ code: "missing-report", activity: null, clauses: REPORT });
  if (obligation.status === "obliged" && points.shortfall > 0) {
    findings.push({ code: "norm-not-met", activity: null, clauses: NORM_REQUIRED });
  }
  if (known.exhausted) findings.push({ code: "sanctions-exhausted", activity: null, clauses: SANCTIONS });
  return findings;
}

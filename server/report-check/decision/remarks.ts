import type { Finding } from "../../../engine/schema/decision.ts";
import { formatNumber } from "../../language/numbers.ts";
import type { DecisionContext } from "./decision-context.ts";

/** The place of the activity that a finding is about, or -1. */
const placeOf = ({ case: theCase }: DecisionContext, { activity: id }: Finding): number =>
  theCase.activities.findIndex((activity) => activity.id === id);

function subjectOf(context: DecisionContext, finding: Finding): string | null {
  const at = placeOf(context, finding);
  if (at === -1) return null;
  return context.case.activities[at]?.title || context.say("row.activities", { number: at + 1 });
}

/** What the report claims and what was credited, where the finding is that they differ. */
function differing(context: DecisionContext, finding: Finding): { claimed: string; credited: string } {
  const { case: theCase, decision, language } = context;
  const at = placeOf(context, finding);
  const claimed = at === -1 ? theCase.report?.claimedTotal : theCase.activities[at]?.claimedPoints;
  const credited = at === -1 ? decision.points.credited : decision.activities[at]?.credited;
  return { claimed: formatNumber(language, claimed ?? 0), credited: formatNumber(language, credited ?? 0) };
}

/** The remarks that an officer would make on the report. */
export const remarks = (context: DecisionContext) =>
  context.decision.findings.map((finding) => ({
    subject: subjectOf(context, finding),
    text: context.say(`finding.${finding.code}`, differing(context, finding)),
    clauses: context.chips(finding.clauses),
  }));

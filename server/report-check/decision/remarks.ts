import type { Finding } from "../../../engine/schema/decision.ts";
import type { DecisionContext } from "./decision-context.ts";

function subjectOf({ case: theCase, say }: DecisionContext, { activity: id }: Finding): string | null {
  if (id === null) return null;
  const at = theCase.activities.findIndex((activity) => activity.id === id);
  return theCase.activities[at]?.title || say("row.activities", { number: at + 1 });
}

/** The remarks that an officer would make on the report. */
export const remarks = (context: DecisionContext) =>
  context.decision.findings.map((finding) => ({
    subject: subjectOf(context, finding),
    text: context.say(`finding.${finding.code}`),
    clauses: context.chips(finding.clauses),
  }));

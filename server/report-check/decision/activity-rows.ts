import type { Activity } from "../../../engine/index.ts";
import type { CreditedActivity } from "../../../engine/schema/decision.ts";
import { formatDayInTable } from "../../language/days.ts";
import { isolated } from "../../language/isolated.ts";
import { formatNumber } from "../../language/numbers.ts";
import type { DecisionContext } from "./decision-context.ts";

/** When the activity was, who organised it, and how many documents support it. */
function details({ language, say }: DecisionContext, { organizer, from, to, evidence }: Activity): string[] {
  const days = from === to ? [to] : [from, to];
  return [
    isolated(organizer),
    days.map((day) => formatDayInTable(language, day)).join(" – "),
    evidence.length > 0 ? say("activity.documents", { count: evidence.length }) : "",
  ].filter((part) => part !== "");
}

function row(context: DecisionContext, activity: Activity, credit: CreditedActivity) {
  const { language, say, chips, formName } = context;
  return {
    title: activity.title || say("activity.untitled"),
    details: details(context, activity).join(" · "),
    noDocument: activity.evidence.length === 0,
    form: formName(credit.form),
    unlisted: !context.rules.ruleSet.forms.some(({ id }) => id === credit.form),
    credited: formatNumber(language, credit.credited),
    reason: credit.reason ? say(`reason.${credit.reason}`) : null,
    clauses: chips(credit.clauses),
  };
}

/** Each activity with what it was credited, and why not in full. */
export function activityRows(context: DecisionContext) {
  const { case: theCase, decision } = context;
  return decision.activities.map((credit, at) => row(context, theCase.activities[at] as Activity, credit));
}

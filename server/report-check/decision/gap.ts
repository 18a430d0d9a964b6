import { type MissingActivities, missing } from "../../../engine/index.ts";
import { formatDay } from "../../language/days.ts";
import { inSentence } from "../../language/in-sentence.ts";
import type { DecisionContext } from "./decision-context.ts";

/** Names one after the other, with the language's own "or" before the last. */
function anyOf({ say }: DecisionContext, names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} ${say("gap.or")} ${last}`;
}

function activities(context: DecisionContext, { count, points, forms }: MissingActivities): string {
  const names = forms.map((form) => inSentence(context.formName(form)));
  return context.say("gap.activities", { count, points, forms: anyOf(context, names) });
}

/** What would close the gap: how many points, by when, and by which activities; null where nothing is owed. */
export function gapView(context: DecisionContext) {
  const { rules, case: theCase, decision, language, say } = context;
  const found = missing(rules, theCase, decision);
  if (!found) return null;
  const { points, report, window, options } = found;
  const until = window ? formatDay(language, window.to) : "";
  const lead: string[] = [];
  if (points > 0) {
    if (!window) lead.push(say(decision.outcome === "pending" ? "gap.no-window" : "gap.no-window-after", { points }));
    else if (window.makeUpFor === null) lead.push(say("gap.points", { points, day: until }));
    else if (window.onceImposed === null) {
      lead.push(say("gap.make-up", { points, day: until, year: String(window.makeUpFor) }));
    } else {
      const sanction = inSentence(context.sanctionName(window.onceImposed));
      const from = formatDay(language, window.from);
      lead.push(say("gap.once-imposed", { points, sanction, from, day: until, year: String(window.makeUpFor) }));
    }
  }
  if (report)
    lead.push(
      say(decision.report.status === "missing" ? "gap.report-missing" : "gap.report", {
        day: formatDay(language, decision.report.due),
      }),
    );
  return {
    lead,
    options: options.map((option) => option.map((part) => activities(context, part)).join(` ${say("gap.and")} `)),
  };
}

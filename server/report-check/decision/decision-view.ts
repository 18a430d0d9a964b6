import type { Language } from "../../../engine/index.ts";
import { formatDay } from "../../language/days.ts";
import { shortHash } from "../../rules-in-force/rules-page.ts";
import type { DecidedReport } from "../decide-report.ts";
import { activityRows } from "./activity-rows.ts";
import { citedClauses } from "./cited-clauses.ts";
import { decisionContext } from "./decision-context.ts";
import { gapView } from "./gap.ts";
import { pointsBar } from "./points-bar.ts";
import { reasoningSteps } from "./reasoning.ts";
import { remarks } from "./remarks.ts";
import { standing } from "./standing.ts";
import { verdict } from "./verdict.ts";

/** Builds everything that the page of a decision says, in one language. */
export function decisionView(language: Language, decided: DecidedReport) {
  const context = decisionContext(language, decided);
  const { decision, case: theCase } = decided;
  const { ruleSet } = decision;
  return {
    verdict: verdict(context),
    bar: pointsBar(context),
    activities: activityRows(context),
    total: context.say("points", { points: decision.points.total }),
    remarks: remarks(context),
    gap: gapView(context),
    standing: standing(context),
    steps: reasoningSteps(context),
    cited: citedClauses(context),
    reportingYear: String(theCase.reportingYear),
    decidedBy: {
      href: `/${language}/rules/${theCase.reportingYear}`,
      name: context.say("decided-by.rule-set", { year: String(ruleSet.effectiveYear), revision: ruleSet.revision }),
      asOf: context.say("decided-by.as-of", { day: formatDay(language, decision.asOf) }),
      hash: shortHash(ruleSet.sha256),
      sha256: ruleSet.sha256,
    },
    command: `npx qagida evaluate case.json --as-of ${decision.asOf}`,
  };
}

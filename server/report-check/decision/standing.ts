import { formatDay } from "../../language/days.ts";
import type { DecisionContext } from "./decision-context.ts";

/** How the report and the sanctions stand, as terms and what they say. */
export function standing({ decision, case: theCase, language, say, sanctionName, rules, chips }: DecisionContext) {
  const { report, sanction, obligation } = decision;
  const day = (text: string): string => formatDay(language, text);
  const submitted = theCase.report && theCase.report.submittedOn <= decision.asOf ? theCase.report.submittedOn : null;
  const ladder = rules.ruleSet.sanctions.flatMap(({ clauses }) => clauses);
  const facts = [
    {
      term: say("standing.report"),
      text: say(`report-status.${report.status}`, { days: report.daysLate }),
      detail: submitted ? say("standing.submitted", { day: day(submitted) }) : null,
      clauses: chips(rules.ruleSet.deadlines.report.clauses),
    },
    { term: say("standing.due"), text: day(report.due), detail: null, clauses: [] },
  ];
  if (obligation.status === "obliged") {
    facts.push({
      term: say("standing.sanction"),
      text: sanction.imposed ? sanctionName(sanction.imposed) : say("standing.no-sanction"),
      detail: sanction.runsUntil ? say("standing.runs-until", { day: day(sanction.runsUntil) }) : null,
      clauses: chips([...new Set(ladder)]),
    });
  }
  return facts;
}

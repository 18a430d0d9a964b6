import type { Language } from "../../../engine/index.ts";
import { formatDay } from "../../language/days.ts";
import { messages } from "../../language/messages.ts";
import { formatNumber } from "../../language/numbers.ts";
import { sayProblem } from "../../language/say-problem.ts";
import type { DecidedReport } from "../../report-check/decide-report.ts";
import { decisionView } from "../../report-check/decision/decision-view.ts";
import type { BothDecisions } from "./decide-both.ts";

/** A thing that both decisions say, each in its way. */
interface Pair {
  term: string;
  before: string;
  after: string;
  differs: boolean;
}

const pair = (term: string, before: string, after: string): Pair => ({
  term,
  before,
  after,
  differs: before !== after,
});

/** The facts of a decision, each by what it is called. */
function factsOf(language: Language, { decision, rules }: DecidedReport): [term: string, text: string][] {
  const say = messages(language);
  const { points, report, sanction, outcome, ruleSet, asOf } = decision;
  const due = rules.ruleSet.sanctions.find(({ id }) => id === sanction.due);
  const set = say("diff.set", { year: ruleSet.effectiveYear, revision: ruleSet.revision });
  return [
    [say("two.rule-set"), set],
    [say("two.as-of"), formatDay(language, asOf)],
    [say("two.outcome"), say(`outcome.${outcome}`)],
    [say("two.total"), formatNumber(language, points.total)],
    [say("two.norm"), formatNumber(language, points.norm)],
    [say("two.shortfall"), formatNumber(language, points.shortfall)],
    [say("two.report"), say(`report-status.${report.status}`, { days: report.daysLate })],
    [say("two.due"), due ? due.name[language] : "–"],
    [say("two.remarks"), String(decision.findings.length)],
  ];
}

/** The facts of both decisions; of two sets of one year and revision, the other can only be a draft, and is called so. */
const facts = (language: Language, before: DecidedReport, after: DecidedReport): Pair[] => {
  const say = messages(language);
  const others = new Map(factsOf(language, after));
  const [own, { sha256, effectiveYear: year, revision }] = [before.decision.ruleSet, after.decision.ruleSet];
  const isNamesake = own.effectiveYear === year && own.revision === revision && own.sha256 !== sha256;
  if (isNamesake) others.set(say("two.rule-set"), say("two.draft", { year, revision }));
  return factsOf(language, before).map(([term, text]) => pair(term, text, others.get(term) ?? "–"));
};

type View = ReturnType<typeof decisionView>;

const credit = ({ credited, reason }: View["activities"][number]): string =>
  reason ? `${credited} (${reason})` : credited;

/** The activities, with what each is credited on both sides. */
const activities = (before: View, after: View) =>
  before.activities.map((row, at) => ({
    ...pair(row.title, credit(row), credit(after.activities[at] ?? row)),
    form: row.form,
    details: row.details,
  }));

/** The reasons of one side; those that the other side does not give are marked. */
const reasons = (own: View, other: View) => {
  const said = new Set(other.steps.map(({ text }) => text));
  return own.steps.map(({ text, clauses }) => ({ text, clauses, differs: !said.has(text) }));
};

/** Both decisions side by side, with what differs marked. */
export function twoDecisions(language: Language, { before, after, problems }: BothDecisions) {
  const one = decisionView(language, before);
  if (!after) {
    const why = problems.map((found) => sayProblem(language, found));
    return {
      before: one.verdict,
      after: null,
      problems: why.length > 0 ? why : [messages(language)("two.no-rule-set")],
    };
  }
  const other = decisionView(language, after);
  return {
    before: one.verdict,
    after: other.verdict,
    problems: [],
    facts: facts(language, before, after),
    activities: activities(one, other),
    reasons: { before: reasons(one, other), after: reasons(other, one) },
  };
}

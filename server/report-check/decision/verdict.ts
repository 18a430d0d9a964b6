import { formatDay } from "../../language/days.ts";
import { inSentence } from "../../language/in-sentence.ts";
import type { DecisionContext } from "./decision-context.ts";

/** How good the news is: it chooses the colour, which only repeats the word. */
const TONES = {
  fulfilled: "good",
  exempt: "good",
  "not-a-member": "plain",
  pending: "wait",
  unfulfilled: "bad",
} as const;

/** The second sentence of the verdict: what follows from it. */
function consequence({ decision, say, sanctionName }: DecisionContext): string {
  const { outcome, sanction, findings, report } = decision;
  if (outcome === "unfulfilled") {
    if (sanction.due)
      return say("verdict.due", { sanction: sanction.due, name: inSentence(sanctionName(sanction.due)) });
    if (findings.some(({ code }) => code === "sanctions-exhausted")) return say("verdict.exhausted");
    return say("verdict.running", { sanction: sanction.imposed ?? "", name: sanctionName(sanction.imposed ?? "") });
  }
  if (outcome === "pending")
    return say(
      report.status === "not-due" && decision.points.shortfall === 0 ? "verdict.pending-report" : "verdict.pending-gap",
    );
  return outcome === "fulfilled" ? say("verdict.fulfilled") : "";
}

/** Why it is so, and what the consultant can do. */
function explanation({ decision, language, say, rules, sanctionName }: DecisionContext): string[] {
  const { outcome, report, points, sanction, obligation } = decision;
  if (outcome === "not-a-member") return [say("verdict.not-a-member.why", { year: String(decision.reportingYear) })];
  if (outcome === "exempt") {
    const exemption = rules.ruleSet.exemptions.find(({ id }) => id === obligation.exemption);
    return [say("verdict.exempt.why", { exemption: inSentence(exemption?.name[language] ?? "") })];
  }
  const due = formatDay(language, report.due);
  const sentences = [say(`verdict.report.${report.status}`, { due, days: report.daysLate })];
  if (points.shortfall > 0) sentences.push(say("verdict.shortfall", { points: points.shortfall }));
  const next = rules.ruleSet.sanctions.find(({ id }) => id === sanction.due);
  if (next)
    sentences.push(
      say(next.makeUp ? "verdict.term-make-up" : "verdict.term", { months: next.term.months, sanction: next.id }),
    );
  else if (outcome === "unfulfilled" && sanction.runsUntil && sanction.runsUntil >= decision.asOf) {
    const until = formatDay(language, sanction.runsUntil);
    sentences.push(say("verdict.runs-until", { name: sanctionName(sanction.imposed ?? ""), day: until }));
  }
  return sentences;
}

function clauses({ decision, rules }: DecisionContext): string[] {
  const { obligation, sanction, outcome } = decision;
  if (outcome === "exempt" || outcome === "not-a-member") return [...obligation.clauses];
  const { deadlines, sanctions } = rules.ruleSet;
  const step = sanctions.find(({ id }) => id === (sanction.due ?? sanction.imposed));
  const ofStep = outcome === "unfulfilled" ? (step?.clauses ?? []) : [];
  return [...new Set([...ofStep, ...obligation.clauses, ...deadlines.report.clauses])];
}

/** The decision in a sentence that can be read aloud, why it is so, and the clauses it rests on. */
export function verdict(context: DecisionContext) {
  const { decision, say } = context;
  const { outcome, points } = decision;
  const obliged = decision.obligation.status === "obliged";
  const first = obliged
    ? say(points.total > points.norm ? "verdict.points-above" : "verdict.points", {
        total: points.total,
        norm: points.norm,
      })
    : say(`verdict.${outcome}`, { year: String(decision.reportingYear) });
  return {
    tone: TONES[outcome],
    tag: say(`outcome.${outcome}`),
    sentence: `${first} ${consequence(context)}`.trim(),
    explanation: explanation(context).join(" "),
    clauses: context.chips(clauses(context)),
  };
}

import type { Outcome } from "../../../engine/index.ts";
import type { ReportStatus, TraceStep } from "../../../engine/schema/decision.ts";
import { formatDay } from "../../language/days.ts";
import { inSentence } from "../../language/in-sentence.ts";
import type { DecisionContext } from "./decision-context.ts";

/** The reporting year, and the day as of which it is looked at. */
export function periodSentence({ language, say }: DecisionContext, { facts, gave }: TraceStep): string {
  const { from, to } = gave as { from: string; to: string };
  return say("step.period", {
    from: formatDay(language, from),
    to: formatDay(language, to),
    asOf: formatDay(language, facts.asOf as string),
  });
}

export function membershipSentence({ language, say }: DecisionContext, { facts, gave }: TraceStep): string {
  const { memberSince, memberUntil } = facts as { memberSince: string; memberUntil: string | null };
  const since = formatDay(language, memberSince);
  const kind = gave ? "member" : "not-a-member";
  if (memberUntil === null) return say(`step.membership.${kind}`, { since });
  return say(`step.membership.${kind}-until`, { since, until: formatDay(language, memberUntil) });
}

export function exemptionSentence({ language, say, rules }: DecisionContext, { subject, gave }: TraceStep): string {
  const exemption = rules.ruleSet.exemptions.find(({ id }) => id === subject);
  const name = inSentence(exemption?.name[language] ?? String(subject));
  return say(gave ? "step.exemption.holds" : "step.exemption.does-not-hold", { name });
}

export function sanctionSentence(context: DecisionContext, { subject, facts, gave }: TraceStep): string {
  const { language, say, sanctionName } = context;
  const { imposedOn, months, makeUp } = facts as { imposedOn: string; months: number; makeUp: boolean };
  return say(makeUp ? "step.sanction-imposed.make-up" : "step.sanction-imposed.plain", {
    name: sanctionName(String(subject)),
    imposedOn: formatDay(language, imposedOn),
    months,
    until: formatDay(language, gave as string),
  });
}

export function reportSentence({ language, say }: DecisionContext, { facts, gave }: TraceStep): string {
  const { submittedOn, due } = facts as { submittedOn: string | null; due: string };
  const status = gave as ReportStatus;
  const params = { due: formatDay(language, due) };
  if (submittedOn === null || status === "not-required") return say(`step.report.${status}`, params);
  return say(`step.report.${status}`, { ...params, submitted: formatDay(language, submittedOn) });
}

export const outcomeSentence = ({ say }: DecisionContext, { gave }: TraceStep): string =>
  say(`step.outcome.${gave as Outcome}`);

export function nextSanctionSentence(context: DecisionContext, { facts, gave }: TraceStep): string {
  const { language, say, sanctionName } = context;
  const { imposed, runsUntil } = facts as { imposed: string | null; runsUntil: string | null };
  if (gave === "exhausted") return say("step.next-sanction.exhausted");
  if (gave !== "running") return say("step.next-sanction.due", { name: inSentence(sanctionName(String(gave))) });
  const until = runsUntil ? formatDay(language, runsUntil) : "";
  return say("step.next-sanction.running", { name: sanctionName(imposed ?? ""), until });
}

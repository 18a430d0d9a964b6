import type { TraceStep } from "../../../engine/schema/decision.ts";
import type { DecisionContext } from "./decision-context.ts";
import { activitySentence } from "./reasoning-activity.ts";
import {
  assignmentSentence,
  carriedInSentence,
  carriedOutSentence,
  limitSentence,
  measureSentence,
} from "./reasoning-ledger.ts";
import {
  exemptionSentence,
  membershipSentence,
  nextSanctionSentence,
  outcomeSentence,
  periodSentence,
  reportSentence,
  sanctionSentence,
} from "./reasoning-standing.ts";

/** Says what a step found, from the facts it read and what it gave. */
export type StepSentence = (context: DecisionContext, step: TraceStep) => string;

const amountSentence: StepSentence = ({ say, rules, language }, { subject, facts, gave }) => {
  const amount = rules.ruleSet.amounts.find(({ id }) => id === subject);
  const params = { name: amount?.name[language] ?? String(subject), points: gave as number };
  if (!amount?.proRata) return say("step.amount", params);
  return say("step.amount.months", { ...params, months: facts.months as number, outOf: facts.outOf as number });
};

const requirementSentence: StepSentence = ({ say, rules, language }, { subject, gave }) => {
  const requirement = rules.ruleSet.requirements.find(({ id }) => id === subject);
  const name = requirement?.name[language] ?? String(subject);
  return say(gave ? "step.requirement.met" : "step.requirement.not-met", { name });
};

const cycleSentence: StepSentence = ({ say }, { gave }) => {
  const { start, year, years } = gave as { start: number; year: number; years: number };
  return say("step.cycle", { start: String(start), number: year, years });
};

const skippedSentence: StepSentence = ({ say, sanctionName }, { subject }) =>
  say("step.sanction-skipped", { name: sanctionName(String(subject)) });

/** A step that has no sentence of its own is shown as it stands, so that nothing of the reasoning is lost. */
const plainSentence: StepSentence = (_context, { step, subject, facts, gave }) =>
  `${step} ${subject ?? ""}: ${JSON.stringify(facts)} → ${JSON.stringify(gave)}`;

const SENTENCES: Readonly<Record<string, StepSentence>> = {
  period: periodSentence,
  cycle: cycleSentence,
  membership: membershipSentence,
  exemption: exemptionSentence,
  "sanction-imposed": sanctionSentence,
  amount: amountSentence,
  activity: activitySentence,
  limit: limitSentence,
  assignment: assignmentSentence,
  "carried-in": carriedInSentence,
  "carried-out": carriedOutSentence,
  "sanction-skipped": skippedSentence,
  measure: measureSentence,
  report: reportSentence,
  requirement: requirementSentence,
  outcome: outcomeSentence,
  "next-sanction": nextSanctionSentence,
};

/** The trace as sentences, each with the clauses it rests on. */
export const reasoningSteps = (context: DecisionContext) =>
  (context.decision.trace ?? []).map((step) => ({
    text: (SENTENCES[step.step] ?? plainSentence)(context, step),
    clauses: context.chips(step.clauses),
  }));

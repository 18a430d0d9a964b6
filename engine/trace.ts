import type { Evaluation } from "./evaluation.ts";
import type { Rules } from "./prepare.ts";
import type { Outcome } from "./schema/case.ts";
import type { Decision } from "./schema/decision.ts";
import type { NextStep } from "./stages/sanctions.ts";

export function tracePeriod({ ruleSet }: Rules, { trace, case: { reportingYear }, asOf, period }: Evaluation): void {
  trace?.push({
    step: "period",
    subject: null,
    clauses: ruleSet.period.clauses,
    facts: { reportingYear, asOf },
    gave: period,
  });
}

export function traceReport({ ruleSet }: Rules, evaluation: Evaluation, { due, status }: Decision["report"]): void {
  const { trace, submittedOn, asOf } = evaluation;
  trace?.push({
    step: "report",
    subject: null,
    clauses: ruleSet.deadlines.report.clauses,
    facts: { submittedOn, due, asOf },
    gave: status,
  });
}

export function traceOutcome(
  { outcomeClauses }: Rules,
  { trace, submittedOn, asOf }: Evaluation,
  { status, exemption, clauses }: Decision["obligation"],
  due: string,
  outcome: Outcome,
): void {
  const obliged = status === "obliged";
  trace?.push({
    step: "outcome",
    subject: null,
    clauses: obliged ? outcomeClauses : clauses,
    facts: obliged ? { submittedOn, asOf, due } : { status, exemption },
    gave: outcome,
  });
}

export function traceNextStep(
  { ruleSet: { sanctions: ladder } }: Rules,
  { trace, asOf }: Evaluation,
  { imposed, runsUntil }: Decision["sanction"],
  { due, exhausted }: NextStep,
): void {
  trace?.push({
    step: "next-sanction",
    subject: due?.id ?? null,
    clauses: (due ?? ladder.at(-1))?.clauses ?? [],
    facts: { imposed, runsUntil, asOf },
    gave: due?.id ?? (exhausted ? "exhausted" : "running"),
  });
}

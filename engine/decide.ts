import { isDay } from "./calendar.ts";
import { checkDeclarations } from "./check-declarations.ts";
import { Evaluation } from "./evaluation.ts";
import { fromHundredths } from "./points.ts";
import type { Rules } from "./prepare.ts";
import { CaseError, problem } from "./problem.ts";
import type { Case, Outcome } from "./schema/case.ts";
import type { Decision, TraceStep } from "./schema/decision.ts";
import { creditAll } from "./stages/activities.ts";
import { findAmounts } from "./stages/amounts.ts";
import { findRemarks } from "./stages/findings.ts";
import { findMeasures, sumCredits } from "./stages/measures.ts";
import { findObligation } from "./stages/obligation.ts";
import { findReport, reportStatus } from "./stages/report.ts";
import { meetsRequirements } from "./stages/requirements.ts";
import { findPenalties, nextStep } from "./stages/sanctions.ts";
import { traceNextStep, traceOutcome, tracePeriod, traceReport } from "./trace.ts";

export interface DecideOptions {
  /** The day as of which the case is decided; what came later is not known. */
  asOf: string;
  /** Whether the decision carries its trace. Default: true. */
  trace?: boolean;
}

/** The outcome, the first of the contract that holds. */
function findOutcome(
  rules: Rules,
  status: Decision["obligation"]["status"],
  evaluation: Evaluation,
  due: string,
): Outcome {
  if (status !== "obliged") return status;
  const met = meetsRequirements(rules.requirements, evaluation);
  if (met && evaluation.submittedOn !== null) return "fulfilled";
  return evaluation.asOf <= due ? "pending" : "unfulfilled";
}

/** Decides a case under prepared rules: the stages, in their published order. */
export function decide(rules: Rules, theCase: Case, { asOf, trace: withTrace = true }: DecideOptions): Decision {
  if (!isDay(asOf)) throw new CaseError([problem("not-a-day", "/asOf")]);
  checkDeclarations(theCase, rules.declarations);
  const { id, reportingYear } = theCase;
  const { period, due } = rules.yearOf(reportingYear);
  const trace: TraceStep[] | null = withTrace ? [] : null;
  const evaluation = new Evaluation(theCase, asOf, period, trace);
  if (trace) tracePeriod(rules, evaluation);

  const obligation = findObligation(rules, evaluation);
  const obliged = obligation.status === "obliged";
  evaluation.penalties = findPenalties(rules.ruleSet.sanctions, evaluation);
  findAmounts(rules.amounts, evaluation);
  const norm = obliged ? (evaluation.amounts[rules.normAt] as number) : 0;
  obligation.norm = fromHundredths(norm);

  const activities = creditAll(rules, evaluation);
  const credited = sumCredits(activities, null);
  findMeasures(rules.measures, activities, credited, evaluation);
  const total = evaluation.measures[rules.totalAt] as number;
  const points = {
    credited: fromHundredths(credited),
    carriedIn: 0,
    total: fromHundredths(total),
    norm: obligation.norm,
    shortfall: total < norm ? fromHundredths(norm - total) : 0,
  };

  findReport(evaluation, due);
  const status = obliged ? reportStatus(evaluation, due) : "not-required";
  const report = { due, status, daysLate: status === "late" ? evaluation.daysLate : 0 };
  if (trace) traceReport(rules, evaluation, report);

  const outcome = findOutcome(rules, obligation.status, evaluation, due);
  if (trace) traceOutcome(rules, evaluation, obligation, due, outcome);
  const next = outcome === "unfulfilled" ? nextStep(rules.ruleSet.sanctions, evaluation) : null;
  const last = evaluation.penalties.at(-1);
  const sanction = {
    imposed: last ? last.sanction.id : null,
    runsUntil: last ? last.runsUntil : null,
    due: next?.due ? next.due.id : null,
  };
  if (trace && next) traceNextStep(rules, evaluation, sanction, next);

  const exhausted = next?.exhausted ?? false;
  const ruleSet = rules.identity;
  const findings = findRemarks(rules, evaluation, { activities, points, obliged, status, exhausted });
  const decision: Decision =
    id === undefined
      ? { ruleSet, reportingYear, asOf, outcome, obligation, activities, points, report, sanction, findings }
      : { id, ruleSet, reportingYear, asOf, outcome, obligation, activities, points, report, sanction, findings };
  if (trace) decision.trace = trace;
  return decision;
}

import { isDay } from "./calendar.ts";
import { checkDeclarations } from "./check/check-declarations.ts";
import { Evaluation } from "./evaluation.ts";
import { pointsDown, pointsUp } from "./points.ts";
import type { Rules } from "./prepare.ts";
import { CaseError, problem } from "./reading/problem.ts";
import type { Case, Outcome } from "./schema/case.ts";
import type { Decision, TraceStep } from "./schema/decision.ts";
import { creditAll } from "./stages/activities.ts";
import { findAmounts } from "./stages/amounts.ts";
import { applyAssignments } from "./stages/assignments.ts";
import { type CompiledCarryOver, findCarriedIn, findCarriedOut } from "./stages/carry-over.ts";
import { findRemarks } from "./stages/findings.ts";
import { type Ledger, sumOfAll } from "./stages/ledger.ts";
import { applyLimits } from "./stages/limits.ts";
import { findMeasures } from "./stages/measures.ts";
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

/** What the credits come to after every limit, with what is carried in. */
function findPoints(rules: Rules, evaluation: Evaluation, ledger: Ledger, obliged: boolean): Decision["points"] {
  applyLimits(rules.limits, ledger, evaluation);
  applyAssignments(rules.assignments, ledger, evaluation);
  const credited = sumOfAll(ledger);
  if (rules.carryOver) evaluation.carriedIn = findCarriedIn(rules.carryOver, evaluation);
  findMeasures(rules.measures, ledger, credited, evaluation);
  const total = evaluation.measures[rules.totalAt] as number;
  const norm = obliged ? (evaluation.amounts[rules.normAt] as number) : 0;
  return {
    credited: pointsDown(credited),
    carriedIn: pointsDown(evaluation.carriedIn),
    total: pointsDown(total),
    norm: pointsDown(norm),
    shortfall: total < norm ? pointsUp(norm - total) : 0,
  };
}

/** What may count in the next year, where the rule set has a carry-over. */
function carryOut(
  carryOver: CompiledCarryOver,
  { totalAt, normAt }: Rules,
  evaluation: Evaluation,
  ledger: Ledger,
): number {
  const total = evaluation.measures[totalAt] as number;
  const norm = evaluation.amounts[normAt] as number;
  return pointsDown(findCarriedOut(carryOver, ledger, Math.max(0, total - norm), evaluation));
}

/** Decides a case under prepared rules: the stages, in their published order. */
export function decide(rules: Rules, theCase: Case, { asOf, trace: withTrace = true }: DecideOptions): Decision {
  if (!isDay(asOf)) throw new CaseError([problem("not-a-day", "/asOf")]);
  checkDeclarations(theCase, rules.declarations);
  const { id, reportingYear } = theCase;
  const year = rules.yearOf(reportingYear);
  const { due } = year;
  const trace: TraceStep[] | null = withTrace ? [] : null;
  const evaluation = new Evaluation(theCase, asOf, year, trace);
  if (trace) tracePeriod(rules, evaluation);
  if (rules.cycleOf) evaluation.cycle = rules.cycleOf(evaluation);

  const obligation = findObligation(rules, evaluation);
  const obliged = obligation.status === "obliged";
  evaluation.penalties = findPenalties(rules.ruleSet.sanctions, evaluation);
  findReport(evaluation, due);
  const status = obliged ? reportStatus(evaluation, due) : "not-required";
  const report = { due, status, daysLate: status === "late" ? evaluation.daysLate : 0 };
  if (trace) traceReport(rules, evaluation, report);

  findAmounts(rules.amounts, evaluation);
  const ledger = creditAll(rules, evaluation);
  const points = findPoints(rules, evaluation, ledger, obliged);
  const activities = ledger.credits;
  obligation.norm = points.norm;

  const outcome = findOutcome(rules, obligation.status, evaluation, due);
  if (trace) traceOutcome(rules, evaluation, obligation, due, outcome);
  const next = outcome === "unfulfilled" ? nextStep(rules.ladder, evaluation) : null;
  const last = evaluation.penalties.at(-1);
  const sanction = {
    imposed: last ? last.sanction.id : null,
    runsUntil: last ? last.runsUntil : null,
    due: next?.due ? next.due.id : null,
  };
  if (trace && next) traceNextStep(rules, evaluation, sanction, next);
  if (rules.carryOver) points.carriedOut = obliged ? carryOut(rules.carryOver, rules, evaluation, ledger) : 0;

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

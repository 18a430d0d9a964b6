import { isDay } from "./calendar.ts";
import { checkDeclarations, declarationsOf } from "./check-declarations.ts";
import { Evaluation, type Window } from "./evaluation.ts";
import { factsOf } from "./facts.ts";
import { hashOf } from "./hash.ts";
import { fromHundredths } from "./points.ts";
import { CaseError, problem } from "./problem.ts";
import type { Case, Outcome } from "./schema/case.ts";
import type { CreditedActivity, Decision, ObligationStatus, TraceStep } from "./schema/decision.ts";
import type { RuleSet } from "./schema/rule-set.ts";
import { compileCreditRules, creditActivity } from "./stages/activities.ts";
import { compileAmounts, findAmounts } from "./stages/amounts.ts";
import { compileExemptions, findExemption } from "./stages/exemptions.ts";
import { findingClauses, findRemarks } from "./stages/findings.ts";
import { applyLimits, compileLimits } from "./stages/limits.ts";
import { compileMeasures, findMeasures, sumCredits } from "./stages/measures.ts";
import { dueDay, periodOf } from "./stages/period.ts";
import { findReport, reportStatus } from "./stages/report.ts";
import { compileRequirements, meetsRequirements } from "./stages/requirements.ts";
import { findPenalties, nextStep } from "./stages/sanctions.ts";

export interface DecideOptions {
  /** The day as of which the case is decided; what came later is not known. */
  asOf: string;
  /** Whether the decision carries its trace. Default: true. */
  trace?: boolean;
}

/** A rule set that is ready to decide. */
export interface CompiledRuleSet {
  readonly ruleSet: RuleSet;
  readonly sha256: string;
  /**
   * Decides a case that `parseCase` accepted.
   * @throws {CaseError} where the case names what the rule set does not declare, or `asOf` is not a day.
   */
  decide(theCase: Case, options: DecideOptions): Decision;
}

interface Year {
  period: Window;
  due: string;
}

const NO_CLAUSES: readonly string[] = [];

/** Compiles a rule set once, so that it decides many cases: pure, synchronous, the same bytes for the same input. */
export function compile(ruleSet: RuleSet): CompiledRuleSet {
  const sha256 = hashOf(ruleSet);
  const { regime, effectiveYear, revision, membership, sanctions: ladder } = ruleSet;
  const facts = factsOf(ruleSet);
  const declarations = declarationsOf(ruleSet);
  const exemptions = compileExemptions(ruleSet.exemptions, facts);
  const amounts = compileAmounts(ruleSet.amounts, facts);
  const creditRules = compileCreditRules(ruleSet, facts);
  const limits = compileLimits(ruleSet.limits ?? []);
  const measures = compileMeasures(ruleSet.measures);
  const requirements = compileRequirements(ruleSet.requirements, facts);
  const remarkClauses = findingClauses(ruleSet);
  const normAt = amounts.findIndex(({ id }) => id === "norm");
  const totalAt = measures.findIndex(({ id }) => id === "total");
  const normClauses = amounts[normAt]?.clauses ?? NO_CLAUSES;
  const years = new Map<number, Year>();

  function yearOf(reportingYear: number): Year {
    let year = years.get(reportingYear);
    if (!year) {
      year = {
        period: periodOf(ruleSet.period, reportingYear),
        due: dueDay(ruleSet.deadlines.report, reportingYear),
      };
      years.set(reportingYear, year);
    }
    return year;
  }

  function isMember({ case: { consultant }, period, trace }: Evaluation): boolean {
    const { memberSince, memberUntil = null } = consultant;
    const member = memberSince <= period.to && (memberUntil === null || memberUntil >= period.from);
    trace?.push({
      step: "membership",
      subject: null,
      clauses: membership.clauses,
      facts: { memberSince, memberUntil, ...period },
      gave: member,
    });
    return member;
  }

  function findObligation(evaluation: Evaluation): Decision["obligation"] {
    if (!isMember(evaluation)) return obligation("not-a-member", null, membership.clauses);
    const exemption = findExemption(exemptions, evaluation);
    return exemption ? obligation("exempt", exemption.id, exemption.clauses) : obligation("obliged", null, normClauses);
  }

  function obligation(
    status: ObligationStatus,
    exemption: string | null,
    clauses: readonly string[],
  ): Decision["obligation"] {
    return { status, exemption, norm: 0, clauses };
  }

  function creditAll(evaluation: Evaluation): CreditedActivity[] {
    const { activities } = evaluation.case;
    const credits: CreditedActivity[] = [];
    for (const activity of activities) credits.push(creditActivity(activity, creditRules, evaluation));
    applyLimits(limits, credits, evaluation);
    return credits;
  }

  function findOutcome(status: ObligationStatus, evaluation: Evaluation, due: string): Outcome {
    if (status !== "obliged") return status;
    const met = meetsRequirements(requirements, evaluation);
    if (evaluation.submittedOn !== null && met) return "fulfilled";
    return evaluation.asOf <= due ? "pending" : "unfulfilled";
  }

  function traceOutcome(
    { obligation: { status, exemption, clauses }, outcome, report }: Omit<Decision, "findings">,
    { trace, submittedOn, asOf }: Evaluation,
  ): void {
    const obliged = status === "obliged";
    const requirementClauses = requirements.flatMap((requirement) => requirement.clauses);
    trace?.push({
      step: "outcome",
      subject: null,
      clauses: obliged ? [...new Set([...requirementClauses, ...ruleSet.deadlines.report.clauses])] : clauses,
      facts: obliged ? { submittedOn, asOf, due: report.due } : { status, exemption },
      gave: outcome,
    });
  }

  function decide(theCase: Case, { asOf, trace: withTrace = true }: DecideOptions): Decision {
    if (!isDay(asOf)) throw new CaseError([problem("not-a-day", "/asOf")]);
    checkDeclarations(theCase, declarations);
    const { period, due } = yearOf(theCase.reportingYear);
    const trace: TraceStep[] | null = withTrace ? [] : null;
    const evaluation = new Evaluation(theCase, asOf, period, trace);
    trace?.push({
      step: "period",
      subject: null,
      clauses: ruleSet.period.clauses,
      facts: { reportingYear: theCase.reportingYear, asOf },
      gave: period,
    });

    const duty = findObligation(evaluation);
    const obliged = duty.status === "obliged";
    evaluation.penalties = findPenalties(ladder, evaluation);
    findAmounts(amounts, evaluation);
    const norm = obliged ? (evaluation.amounts[normAt] as number) : 0;
    duty.norm = fromHundredths(norm);

    const activities = creditAll(evaluation);
    findMeasures(measures, activities, evaluation);
    const total = evaluation.measures[totalAt] as number;
    const credited = sumCredits(activities, null);

    findReport(evaluation, due);
    const status = obliged ? reportStatus(evaluation, due) : "not-required";
    trace?.push({
      step: "report",
      subject: null,
      clauses: ruleSet.deadlines.report.clauses,
      facts: { submittedOn: evaluation.submittedOn, due, asOf },
      gave: status,
    });

    const outcome = findOutcome(duty.status, evaluation, due);
    const next = outcome === "unfulfilled" ? nextStep(ladder, evaluation) : null;
    const last = evaluation.penalties.at(-1);
    const decision: Decision = {
      ...(theCase.id === undefined ? {} : { id: theCase.id }),
      ruleSet: { regime, effectiveYear, revision, sha256 },
      reportingYear: theCase.reportingYear,
      asOf,
      outcome,
      obligation: duty,
      activities,
      points: {
        credited: fromHundredths(credited),
        carriedIn: 0,
        total: fromHundredths(total),
        norm: duty.norm,
        shortfall: fromHundredths(Math.max(0, norm - total)),
      },
      report: { due, status, daysLate: status === "late" ? evaluation.daysLate : 0 },
      sanction: {
        imposed: last ? last.sanction.id : null,
        runsUntil: last ? last.runsUntil : null,
        due: next?.due?.id ?? null,
      },
      findings: [],
    };
    if (trace) {
      traceOutcome(decision, evaluation);
      if (next) {
        trace.push({
          step: "next-sanction",
          subject: next.due?.id ?? null,
          clauses: (next.due ?? ladder.at(-1))?.clauses ?? NO_CLAUSES,
          facts: { imposed: decision.sanction.imposed, runsUntil: decision.sanction.runsUntil, asOf },
          gave: next.due?.id ?? (next.exhausted ? "exhausted" : "running"),
        });
      }
    }
    decision.findings = findRemarks(decision, next?.exhausted ?? false, evaluation, remarkClauses);
    if (trace) decision.trace = trace;
    return decision;
  }

  return { ruleSet, sha256, decide };
}

import { type Declarations, declarationsOf } from "./check/check-declarations.ts";
import type { CyclePlace, Evaluation, Window } from "./evaluation.ts";
import type { Fact } from "./facts/facts.ts";
import type { Decision } from "./schema/decision.ts";
import type { RuleSet } from "./schema/rule-set.ts";
import { type CreditRules, compileCreditRules } from "./stages/activities.ts";
import { type CompiledAmount, compileAmounts } from "./stages/amounts.ts";
import { type CompiledAssignment, compileAssignments } from "./stages/assignments.ts";
import { type CompiledCarryOver, compileCarryOver } from "./stages/carry-over.ts";
import { findCycle } from "./stages/cycle.ts";
import { type CompiledExemption, compileExemptions } from "./stages/exemptions.ts";
import { type FindingClauses, findingClauses } from "./stages/findings.ts";
import { compileLimits, type Pass } from "./stages/limits.ts";
import { type CompiledMeasure, compileMeasures } from "./stages/measures.ts";
import { dueDay, eligibleDays, periodOf } from "./stages/period.ts";
import { type CompiledRequirement, compileRequirements } from "./stages/requirements.ts";
import { type CompiledStep, compileLadder } from "./stages/sanctions.ts";

/** What a reporting year fixes: its first and last day, and the last day for the report. */
export interface ReportingYear {
  period: Window;
  /** The days on which an activity may end and count. */
  eligible: Window;
  due: string;
}

/** A rule set as the stages need it. */
export interface Rules {
  ruleSet: RuleSet;
  /** How each decision names the rule set. */
  identity: Decision["ruleSet"];
  declarations: Declarations;
  exemptions: readonly CompiledExemption[];
  amounts: readonly CompiledAmount[];
  credit: CreditRules;
  /** The limits in passes, in the order in which they are applied. */
  limits: readonly Pass[];
  assignments: readonly CompiledAssignment[];
  carryOver: CompiledCarryOver | null;
  ladder: readonly CompiledStep[];
  measures: readonly CompiledMeasure[];
  requirements: readonly CompiledRequirement[];
  findingClauses: FindingClauses;
  /** The places of the amount and the measure that the contract names. */
  normAt: number;
  totalAt: number;
  normClauses: readonly string[];
  /** What the outcome of an obliged consultant rests on. */
  outcomeClauses: readonly string[];
  yearOf(reportingYear: number): ReportingYear;
  /** Where the reporting year stands in its cycle; null where the rule set has none. */
  cycleOf: ((evaluation: Evaluation) => CyclePlace) | null;
}

/** Works each reporting year out once. */
function createYears({ period, deadlines, calendar }: RuleSet): Rules["yearOf"] {
  const years = new Map<number, ReportingYear>();
  return (reportingYear) => {
    let year = years.get(reportingYear);
    if (!year) {
      const days = Object.freeze(periodOf(period, reportingYear));
      const due = dueDay(deadlines.report, reportingYear, calendar);
      year = { period: days, eligible: eligibleDays(period, days), due };
      years.set(reportingYear, year);
    }
    return year;
  };
}

/** Prepares every part of a rule set for its stage. */
export function prepare(ruleSet: RuleSet, sha256: string, facts: ReadonlyMap<string, Fact>): Rules {
  const { regime, effectiveYear, revision, cycle } = ruleSet;
  const normAt = ruleSet.amounts.findIndex(({ id }) => id === "norm");
  const outcomeParts = [...ruleSet.requirements, ruleSet.deadlines.report];
  return {
    ruleSet,
    identity: Object.freeze({ regime, effectiveYear, revision, sha256 }),
    declarations: declarationsOf(ruleSet),
    exemptions: compileExemptions(ruleSet.exemptions, facts),
    amounts: compileAmounts(ruleSet, facts),
    credit: compileCreditRules(ruleSet, facts),
    limits: compileLimits(ruleSet, facts),
    assignments: compileAssignments(ruleSet),
    carryOver: compileCarryOver(ruleSet, facts),
    ladder: compileLadder(ruleSet.sanctions, facts),
    measures: compileMeasures(ruleSet, facts),
    requirements: compileRequirements(ruleSet.requirements, facts),
    findingClauses: findingClauses(ruleSet),
    normAt,
    totalAt: ruleSet.measures.findIndex(({ id }) => id === "total"),
    normClauses: ruleSet.amounts[normAt]?.clauses ?? [],
    outcomeClauses: Object.freeze([...new Set(outcomeParts.flatMap(({ clauses }) => clauses))]),
    yearOf: createYears(ruleSet),
    cycleOf: cycle ? (evaluation) => findCycle(cycle, facts, evaluation) : null,
  };
}

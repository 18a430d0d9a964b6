import type { Case } from "../schema/case.ts";
import type { Decision } from "../schema/decision.ts";
import { amountsOf } from "./amounts.ts";
import { applyAssignments } from "./assignments.ts";
import { carriedInto, carriedOutOf } from "./carry-over.ts";
import { caseFacts } from "./case-facts.ts";
import { creditAll } from "./credits.ts";
import { cycleOf } from "./cycle.ts";
import { daysFromTo, dayToDay } from "./days.ts";
import { inPoints, larger } from "./exact.ts";
import { exemptionOf } from "./exemption.ts";
import { type Asking, firstHeld, judge } from "./judge.ts";
import { applyLimits } from "./limits.ts";
import { matterOf, type Prepared } from "./matter.ts";
import { measuresOf } from "./measures.ts";
import { touches } from "./months.ts";
import { dueSanction, penaltiesOf } from "./penalties.ts";

/** The part of a decision that the second opinion finds for itself. */
export type SecondDecision = Pick<Decision, "outcome" | "report" | "sanction"> & {
  obligation: Omit<Decision["obligation"], "clauses">;
  activities: { id: string; credited: number; reason: string | null }[];
  points: Decision["points"];
};

/** Decides the case a second time, by conditions that json-rules-engine tries, with its own calendar and sums. */
export function* decideAgain(prepared: Prepared, theCase: Case, asOf: string): Asking<SecondDecision> {
  const matter = matterOf(prepared, theCase, asOf);
  const { ruleSet, conditions, due } = matter;
  const cycle = cycleOf(matter);
  const ofCase = caseFacts(matter, cycle);
  const member = touches(matter.period, matter.membership);
  const exemption = member ? yield* exemptionOf(matter, ofCase) : null;
  const obliged = member && exemption === null;

  const submittedOn = theCase.report?.submittedOn;
  const submitted = submittedOn !== undefined && submittedOn <= asOf;
  const daysLate = submitted && submittedOn > due ? daysFromTo(due, submittedOn) - 1 : 0;
  const withReport = { ...ofCase, "report.submitted": submitted, "report.daysLate": daysLate };

  const amounts = yield* amountsOf(matter, cycle, withReport);
  const known = { ...withReport, ...amounts };
  const entries = yield* creditAll(matter, known);
  applyLimits(entries, matter, amounts);
  applyAssignments(entries, ruleSet.assignments ?? [], amounts);
  const carriedIn = carriedInto(matter, amounts);
  const measures = measuresOf(matter, cycle, entries, amounts, carriedIn);

  const { requirements, skips, outcomes, reportStatuses } = conditions;
  const held = yield* judge(requirements, measures, known);
  const standing = {
    member,
    exempt: exemption !== null,
    obliged,
    submitted,
    reportToDue: submitted ? dayToDay(submittedOn, due) : 0,
    requirementsMet: requirements.judged.every(({ name }) => held.has(name)),
    asOfToDue: dayToDay(asOf, due),
  };
  const outcome = firstHeld(outcomes, yield* judge(outcomes, standing)) as SecondDecision["outcome"];
  const status = firstHeld(
    reportStatuses,
    yield* judge(reportStatuses, standing),
  ) as SecondDecision["report"]["status"];
  const last = penaltiesOf(matter).at(-1);

  const norm = obliged ? (amounts["amount.norm"] as bigint) : 0n;
  const total = measures["measure.total"] as bigint;
  const credited = entries.reduce((sum, { parts }) => sum + parts, 0n);
  const carriedOut = obliged ? carriedOutOf(matter, entries, amounts, { total, norm, carriedIn }) : 0n;
  const shownNorm = inPoints(norm, "down");
  return {
    outcome,
    obligation: { status: member ? (obliged ? "obliged" : "exempt") : "not-a-member", exemption, norm: shownNorm },
    activities: entries.map(({ activity: { id }, parts, reason }) => {
      return { id, credited: inPoints(parts, "down"), reason };
    }),
    points: {
      credited: inPoints(credited, "down"),
      carriedIn: inPoints(carriedIn, "down"),
      total: inPoints(total, "down"),
      norm: shownNorm,
      shortfall: inPoints(larger(0n, norm - total), "up"),
      ...(ruleSet.carryOver ? { carriedOut: inPoints(carriedOut, "down") } : {}),
    },
    report: { due, status, daysLate: status === "late" ? daysLate : 0 },
    sanction: {
      imposed: last?.id ?? null,
      runsUntil: last?.until ?? null,
      due: outcome === "unfulfilled" ? yield* dueSanction(matter, last, yield* judge(skips, measures, known)) : null,
    },
  };
}

import { addMonths } from "../calendar.ts";
import type { Evaluation } from "../evaluation.ts";
import { type CompiledCondition, compileCondition, factsRead } from "../facts/conditions.ts";
import type { Fact } from "../facts/facts.ts";
import type { Sanction } from "../schema/rule-set.ts";

/** A sanction that was imposed, and the last day of its term. */
export interface ImposedPenalty {
  sanction: Sanction;
  imposedOn: string;
  runsUntil: string;
}

const NONE: readonly ImposedPenalty[] = [];

/** The sanctions imposed by `asOf` with their terms: from the day imposed to the same day of the month in which it ends. */
export function findPenalties(ladder: readonly Sanction[], evaluation: Evaluation): readonly ImposedPenalty[] {
  const imposed = evaluation.case.sanctions;
  if (!imposed || imposed.length === 0) return NONE;
  const penalties: ImposedPenalty[] = [];
  for (const { sanction: id, imposedOn } of imposed) {
    if (imposedOn > evaluation.asOf) break;
    const sanction = ladder.find((step) => step.id === id) as Sanction;
    const runsUntil = addMonths(imposedOn, sanction.term.months);
    penalties.push({ sanction, imposedOn, runsUntil });
    evaluation.trace?.push({
      step: "sanction-imposed",
      subject: id,
      clauses: sanction.clauses,
      facts: { imposedOn, months: sanction.term.months, makeUp: sanction.makeUp },
      gave: runsUntil,
    });
  }
  return penalties;
}

/** Whether a sanction that allows making up was running on the day. */
export function isInMakeUp(penalties: readonly ImposedPenalty[], day: string): boolean {
  for (const { sanction, imposedOn, runsUntil } of penalties) {
    if (sanction.makeUp && day >= imposedOn && day <= runsUntil) return true;
  }
  return false;
}

/** What an unfulfilled year calls for: the next sanction of the ladder, or that the ladder has ended after the last. */
export interface NextStep {
  due: Sanction | null;
  exhausted: boolean;
}

const NO_STEP: NextStep = { due: null, exhausted: false };

/** A step of the ladder, and when it is skipped. */
export interface CompiledStep {
  sanction: Sanction;
  skipped: CompiledCondition | null;
}

export const compileLadder = (ladder: readonly Sanction[], facts: ReadonlyMap<string, Fact>): CompiledStep[] =>
  ladder.map((sanction) => ({
    sanction,
    skipped: sanction.skippedWhen ? compileCondition(sanction.skippedWhen, facts) : null,
  }));

/** The next sanction that has to be imposed now: where none was, or the term of the last one is over. */
export function nextStep(ladder: readonly CompiledStep[], evaluation: Evaluation): NextStep {
  const last = evaluation.penalties.at(-1);
  if (last && evaluation.asOf <= last.runsUntil) return NO_STEP;
  const from = last ? ladder.findIndex(({ sanction }) => sanction === last.sanction) + 1 : 0;
  for (let at = from; at < ladder.length; at++) {
    const { sanction, skipped } = ladder[at] as CompiledStep;
    if (!skipped?.holds(evaluation)) return { due: sanction, exhausted: false };
    evaluation.trace?.push({
      step: "sanction-skipped",
      subject: sanction.id,
      clauses: sanction.clauses,
      facts: factsRead(skipped, evaluation),
      gave: true,
    });
  }
  return { due: null, exhausted: last !== undefined };
}

import { addMonths } from "../calendar.ts";
import type { Evaluation } from "../evaluation.ts";
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

/** What an unfulfilled year calls for: the next sanction of the ladder, or that the ladder has ended. */
export interface NextStep {
  due: Sanction | null;
  exhausted: boolean;
}

const NO_STEP: NextStep = { due: null, exhausted: false };

/** The next sanction that has to be imposed now: where none was, or the term of the last one is over. */
export function nextStep(ladder: readonly Sanction[], { penalties, asOf }: Evaluation): NextStep {
  const last = penalties.at(-1);
  if (last && asOf <= last.runsUntil) return NO_STEP;
  const due = ladder[last ? ladder.indexOf(last.sanction) + 1 : 0] ?? null;
  return { due, exhausted: due === null };
}

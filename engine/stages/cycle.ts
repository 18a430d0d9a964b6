import { yearOfDay } from "../calendar.ts";
import type { CyclePlace, Evaluation } from "../evaluation.ts";
import type { Fact } from "../facts/facts.ts";
import type { Cycle } from "../schema/rule-set.ts";

/** A reporting year with which some cycle of the consultant begins. */
function anchorYear({ anchor }: Cycle, facts: ReadonlyMap<string, Fact>, evaluation: Evaluation): number {
  if (typeof anchor === "number") return anchor;
  const day = facts.get(anchor.fact)?.read(evaluation) as string;
  return yearOfDay(day) + (anchor.next ? 1 : 0);
}

/** Where the reporting year stands in its cycle. */
export function findCycle(cycle: Cycle, facts: ReadonlyMap<string, Fact>, evaluation: Evaluation): CyclePlace {
  const { years, clauses } = cycle;
  const { reportingYear } = evaluation.case;
  const anchor = anchorYear(cycle, facts, evaluation);
  const start = anchor + Math.floor((reportingYear - anchor) / years) * years;
  const place = { start, year: reportingYear - start + 1, years };
  evaluation.trace?.push({ step: "cycle", subject: null, clauses, facts: { reportingYear, anchor }, gave: place });
  return place;
}

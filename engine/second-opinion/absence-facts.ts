import type { Absence } from "../schema/case.ts";
import { type Days, dayAfter, daysFromTo, isWithin } from "./days.ts";
import type { JudgedFacts } from "./judge.ts";

/** The facts of one absence. */
export function absenceFacts({ kind, ground, from, to }: Absence, period: Days): JudgedFacts {
  const last = to === null || to > period.to ? period.to : to;
  return {
    "absence.kind": kind,
    "absence.ground": ground ?? "",
    "absence.days": daysFromTo(from, to ?? period.to),
    "absence.daysInYear": daysFromTo(from > period.from ? from : period.from, last),
    "absence.restoredInYear": to !== null && isWithin(dayAfter(to), period),
  };
}

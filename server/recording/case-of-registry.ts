import type { Case } from "../../engine/index.ts";
import type { Consultant, Stored } from "../store/records.ts";
import { caseId } from "./ids.ts";

/** The case of a consultant of whom nothing was reported yet: what the register says, and earlier years. */
export function caseOfRegistry(
  { id, state }: Stored<Consultant>,
  reportingYear: number,
  history: NonNullable<Case["history"]> = [],
): Case {
  const { chamber, memberSince, memberUntil, absences } = state;
  return {
    id: caseId(chamber, reportingYear, id),
    reportingYear,
    consultant: { id, memberSince, memberUntil },
    absences,
    activities: [],
    report: null,
    sanctions: [],
    history,
  };
}

import type { Case, Decision } from "../../engine/index.ts";
import type { Consultant, Stored } from "../store/records.ts";
import type { Store } from "../store/store.ts";
import { caseId, decisionId } from "./ids.ts";

type History = NonNullable<Case["history"]>;

/** The case of a consultant of whom nothing was reported yet: what the register says. */
export function caseOfRegistry({ id, state }: Stored<Consultant>, reportingYear: number, history: History = []): Case {
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

/** What the last decisions at the chamber came to in the years before, the oldest first. */
export async function historyOf(
  store: Store,
  { id, state }: Stored<Consultant>,
  reportingYear: number,
): Promise<History> {
  const years = (await store.yearsOf(state.chamber)).filter((year) => year < reportingYear);
  const decisions = years.map(async (year) => {
    const theCase = caseId(state.chamber, year, id);
    const latest = (await store.case(theCase))?.state.latest;
    return latest ? store.decision(decisionId(theCase, latest.number)) : null;
  });
  return (await Promise.all(decisions)).flatMap((kept) => (kept ? [earlierYear(kept.state.decision)] : []));
}

function earlierYear({ reportingYear, outcome, points }: Decision): History[number] {
  const { credited, carriedOut } = points;
  return { reportingYear, credited, outcome, ...(carriedOut === undefined ? {} : { carriedOut }) };
}

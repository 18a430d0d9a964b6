import type { Absence, Activity, Case } from "../../../engine/index.ts";
import { caseId } from "../../recording/ids.ts";
import type { Person } from "../story/person.ts";
import type { YearPlan } from "../story/year-plan.ts";
import type { Shown } from "./year-content.ts";

const byDay = (one: { to: string }, other: { to: string }): number =>
  one.to < other.to ? -1 : one.to > other.to ? 1 : 0;

const numbered = ({ activities }: Shown): Activity[] =>
  [...activities].sort(byDay).map((activity, at) => ({ id: `a${at + 1}`, ...activity }));

/** The report as it was in on that day; null where there was none. */
function reportOf(
  { submittedOn, submittedAfter }: YearPlan,
  day: string,
  { claimsMore }: Shown,
  activities: Activity[],
) {
  const last = submittedOn ?? submittedAfter;
  if (last === null || last > day) return null;
  const claimed = activities.reduce((sum, { claimedPoints = 0 }) => sum + claimedPoints, 0);
  return { submittedOn: last, claimedTotal: claimed + claimsMore };
}

/** What the register and the earlier turns say of a consultant's year. */
export interface Background {
  memberUntil: string | null;
  absences: readonly Absence[];
  sanctions: NonNullable<Case["sanctions"]>;
  history: NonNullable<Case["history"]>;
}

/** The case of the contract, as it stands on the day. */
export function caseContent(plan: YearPlan, day: string, shown: Shown, person: Person, background: Background): Case {
  const { id, chamber, memberSince } = person;
  const { memberUntil, absences, sanctions, history } = background;
  const activities = numbered(shown);
  return {
    id: caseId(chamber.id, plan.year, id),
    reportingYear: plan.year,
    consultant: { id, memberSince, memberUntil },
    absences: [...absences],
    activities,
    report: reportOf(plan, day, shown, activities),
    sanctions: [...sanctions],
    history: [...history],
  };
}

import type { Decision } from "../../../engine/index.ts";

/** The part of a decision that has to hold where it is taken as expected. */
export const expectationOf = ({ outcome, obligation, activities, points, report, sanction }: Decision) => ({
  outcome,
  obligation: { status: obligation.status },
  activities: activities.map(({ id, credited, reason }) => ({ id, credited, reason })),
  points,
  report: { status: report.status },
  sanction,
});

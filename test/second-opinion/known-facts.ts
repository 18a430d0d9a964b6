import type { FactType } from "../../engine/facts/fact-types.ts";

export type KnownFact = [name: string, type: FactType];

/** The facts that are known from the beginning, in a rule set that has cycles or not. */
export const ofCase = (hasCycle: boolean): KnownFact[] => [
  ["member.since", "day"],
  ["member.joinedInYear", "boolean"],
  ["member.joinedMonth", "count"],
  ["member.year", "count"],
  ["member.monthsInYear", "count"],
  ["consultant.seniority", "number"],
  ["consultant.rank", "text"],
  ["consultant.judge", "boolean"],
  ["consultant.licensed", "day"],
  ["decision.relief", "boolean"],
  ["decision.waiver", "boolean"],
  ["absences.restoredInYear", "boolean"],
  ["absences.monthsInYear", "count"],
  ...(hasCycle ? OF_CYCLE : []),
];

const OF_CYCLE: KnownFact[] = [
  ["cycle.year", "count"],
  ["cycle.isFirst", "boolean"],
  ["cycle.isLast", "boolean"],
];

export const OF_ABSENCE: KnownFact[] = [
  ["absence.kind", "text"],
  ["absence.ground", "text"],
  ["absence.days", "count"],
  ["absence.daysInYear", "count"],
  ["absence.restoredInYear", "boolean"],
];

export const OF_REPORT: KnownFact[] = [
  ["report.submitted", "boolean"],
  ["report.daysLate", "count"],
];

/** The amounts of every random rule set, in its order. */
export const AMOUNTS = ["half", "base", "share", "norm"];
export const ofAmounts = (ids: readonly string[]): KnownFact[] => ids.map((id) => [`amount.${id}`, "points"]);

export const OF_ACTIVITY: KnownFact[] = [
  ["activity.form", "text"],
  ["activity.organizer", "text"],
  ["activity.endedOn", "day"],
  ["activity.endedMonth", "count"],
  ["activity.days", "count"],
  ["activity.units", "number"],
  ["activity.documents", "count"],
  ["activity.recognised", "boolean"],
  ["activity.minutes", "number"],
  ["activity.mode", "text"],
  ["activity.first", "boolean"],
  ["activity.held", "day"],
];

export const OF_MEASURES: KnownFact[] = [
  ["measure.total", "points"],
  ["measure.some", "points"],
  ["measure.parts", "points"],
  ["measure.tally", "count"],
];

/** What conditions may read that look at an activity. */
export const whereActivities = (hasCycle: boolean): KnownFact[] => [
  ...ofCase(hasCycle),
  ...OF_REPORT,
  ...ofAmounts(AMOUNTS),
  ...OF_ACTIVITY,
  ...OF_ACTIVITY,
];

/** What conditions may read when all is summed. */
export const whereRequirements = (hasCycle: boolean): KnownFact[] => [
  ...ofCase(hasCycle),
  ...OF_REPORT,
  ...ofAmounts(AMOUNTS),
  ...OF_MEASURES,
  ...OF_MEASURES,
];

import type { Decision } from "../../../engine/index.ts";

/** How a consultant's year stands: the outcome of the last decision, or, without one, whether there is a duty at all. */
export const STATES = [
  "unfulfilled",
  "undecided",
  "pending",
  "fulfilled",
  "exempt",
  "not-a-member",
  "no-duty",
] as const;
export type State = (typeof STATES)[number];

/** What the chamber has to do now: impose a sanction, obtain a report, or decide again because time has passed. */
export const DUES = ["sanction", "report", "decision"] as const;
export type Due = (typeof DUES)[number];

export type ReportState = Decision["report"]["status"];

/** A line of the list of a chamber's year. */
export interface YearRow {
  consultant: string;
  name: string;
  /** Whether the chamber keeps a case, decided or not. */
  kept: boolean;
  state: State;
  total: number | null;
  norm: number | null;
  report: ReportState;
  /** How many remarks the last decision has. */
  remarks: number;
  dues: Due[];
  /** The sanction that the last decision calls for. */
  sanction: string | null;
  /** The day as of which the last decision was made. */
  asOf: string | null;
}

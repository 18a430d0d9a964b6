import type { Ending, Fate } from "./fate.ts";

/** What a case is decided on: how far the report, its corrections and what was made up had come. */
export type Phase = "shown" | "first" | "corrected" | "after-warning" | "after-suspension";

/** A day on which something is recorded on a case. */
export type Turn =
  | { do: "decide"; phase: Phase; day: string }
  | { do: "impose"; sanction: "warning" | "suspension"; day: string };

/** How a consultant's reporting year goes, to the day. What it holds in detail is drawn from its seed. */
export interface YearPlan {
  year: number;
  seed: number;
  fate: Fate;
  ending: Ending | null;
  /** The day of the report; null where there is none, or not before the chamber asked for it. */
  submittedOn: string | null;
  /** The day of a report that came after the warning or during the suspension. */
  submittedAfter: string | null;
  turns: readonly Turn[];
}

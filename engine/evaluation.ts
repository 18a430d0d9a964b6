import type { Absence, Activity, Case } from "./schema/case.ts";
import type { TraceStep } from "./schema/decision.ts";
import type { ImposedPenalty } from "./stages/sanctions.ts";

/** From the first to the last day, both inclusive. */
export interface Window {
  from: string;
  to: string;
}

/** What the stages have found about one case. Each field is assigned once, by its stage, in the published order. */
export class Evaluation {
  readonly case: Case;
  readonly asOf: string;
  readonly period: Window;
  readonly trace: TraceStep[] | null;

  /** The absence or the activity that is being looked at. */
  absence: Absence | null = null;
  activity: Activity | null = null;

  /** The sanctions imposed by `asOf`, oldest first, each with the term in which it runs. */
  penalties: readonly ImposedPenalty[] = [];
  /** Hundredths, in the order of the rule set's amounts. */
  amounts: number[] = [];
  /** Hundredths, in the order of the rule set's measures. */
  measures: number[] = [];
  /** The day of the report, where it was submitted by `asOf`. */
  submittedOn: string | null = null;
  daysLate = 0;

  constructor(theCase: Case, asOf: string, period: Window, trace: TraceStep[] | null) {
    this.case = theCase;
    this.asOf = asOf;
    this.period = period;
    this.trace = trace;
  }
}

import type { Absence, Activity, Case } from "./schema/case.ts";
import type { TraceStep } from "./schema/decision.ts";
import type { ImposedPenalty } from "./stages/sanctions.ts";

/** From the first to the last day, both inclusive. */
export interface Window {
  from: string;
  to: string;
}

/** Where the reporting year stands in its cycle. */
export interface CyclePlace {
  /** The reporting year with which the cycle begins. */
  start: number;
  /** 1 in the first year of the cycle. */
  year: number;
  years: number;
}

/** What stands in a list that its stage has not found yet. */
const NOTHING: readonly never[] = [];

/** What the stages have found about one case. Each field is assigned once, by its stage, in the published order. */
export class Evaluation {
  readonly case: Case;
  readonly asOf: string;
  readonly period: Window;
  /** The days on which an activity may end and count in the reporting year. */
  readonly eligible: Window;
  readonly trace: TraceStep[] | null;

  /** The absence or the activity that is being looked at. */
  absence: Absence | null = null;
  activity: Activity | null = null;

  cycle: CyclePlace | null = null;
  /** The sanctions imposed by `asOf`, oldest first, each with the term in which it runs. */
  penalties: readonly ImposedPenalty[] = NOTHING;
  /** The day of the report, where it was submitted by `asOf`. */
  submittedOn: string | null = null;
  daysLate = 0;
  /** Parts of a point, in the order of the rule set's amounts. */
  amounts: readonly number[] = NOTHING;
  /** What is carried in from the year before, in parts. */
  carriedIn = 0;
  /** Parts of a point, or counts, in the order of the rule set's measures. */
  measures: readonly number[] = NOTHING;

  constructor(
    theCase: Case,
    asOf: string,
    { period, eligible }: { period: Window; eligible: Window },
    trace: TraceStep[] | null,
  ) {
    this.case = theCase;
    this.asOf = asOf;
    this.period = period;
    this.eligible = eligible;
    this.trace = trace;
  }
}

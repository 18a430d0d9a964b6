import type { Random } from "../random.ts";

/** How a consultant's year goes. */
export type Fate =
  /** The report comes in time and is in order. */
  | "in-order"
  /** The norm is reached, and the officer has remarks. */
  | "with-remarks"
  /** The report comes before the year ends (clause 3.1). */
  | "early"
  /** The consultant shows the activities so far during the year, and reports in time. */
  | "shown-midway"
  /** The report comes some days late, before the chamber has decided on it. */
  | "late"
  /** A document is missing at first and supplied after the officer's remark (clause 3.2). */
  | "supplemented"
  /** The officer made a mistake and corrects the recorded decision. */
  | "mistaken"
  /** The report is in time, but the points are too few. */
  | "short"
  /** There is no report. */
  | "missing"
  /** The consultant is free from the duty (clause 7.4). */
  | "exempt";

const FATES: readonly { fate: Fate; share: number }[] = [
  { fate: "in-order", share: 64 },
  { fate: "with-remarks", share: 9 },
  { fate: "early", share: 4 },
  { fate: "shown-midway", share: 4 },
  { fate: "late", share: 3 },
  { fate: "supplemented", share: 3 },
  { fate: "mistaken", share: 1.5 },
];

const FAILURES: readonly { fate: Fate; share: number }[] = [
  { fate: "short", share: 56 },
  { fate: "missing", share: 44 },
];

/** Of a hundred years of a consultant of no special diligence, how many fail at first. */
const FAILURES_IN_PERCENT = 13;

/** Draws how the year goes; the less diligent fail more often, and everybody did in the first year of the Rules. */
export function fateOf(random: Random, diligence: number, year: number): Fate {
  const share = (FAILURES_IN_PERCENT / diligence) * (year === 2022 ? 1.3 : 1);
  return random.byShare(random.percent(share) ? FAILURES : FATES).fate;
}

/** What comes of a year that failed at first. */
export type Ending =
  /** The points, or the report, are made up within the month of the warning. */
  | "made-up"
  /** They are made up during the suspension. */
  | "made-up-in-suspension"
  /** They are not made up at all. */
  | "exhausted"
  /** The chamber has not imposed the warning. */
  | "not-warned"
  /** The month of the warning has passed, and the chamber has not decided again. */
  | "not-followed";

const ENDINGS: readonly { ending: Ending; share: number }[] = [
  { ending: "made-up", share: 47 },
  { ending: "made-up-in-suspension", share: 14 },
  { ending: "exhausted", share: 15 },
  { ending: "not-warned", share: 11 },
  { ending: "not-followed", share: 13 },
];

export const endingOf = (random: Random): Ending => random.byShare(ENDINGS).ending;

import type { Outcome } from "./case.ts";

export type ObligationStatus = "not-a-member" | "exempt" | "obliged";

/** Why an activity was not credited in full, in the order in which the reasons are tried. */
export const REASONS = [
  "after-as-of",
  "other-year",
  "outside-make-up",
  "outside-period",
  "unlisted-form",
  "not-eligible",
  "no-evidence",
  "over-limit",
] as const;
export type Reason = (typeof REASONS)[number];

export type ReportStatus = "not-required" | "on-time" | "late" | "not-due" | "missing";

/** What an officer would remark on a report. */
export const FINDINGS = [
  "claimed-points-differ",
  "claimed-total-differ",
  "late-report",
  "missing-report",
  "norm-not-met",
  "unlisted-form",
  "no-evidence",
  "outside-period",
  "possible-duplicate",
  "sanctions-exhausted",
] as const;
export type FindingCode = (typeof FINDINGS)[number];

export interface CreditedActivity {
  id: string;
  form: string;
  /** Points, with at most two decimals. */
  credited: number;
  reason: Reason | null;
  clauses: readonly string[];
}

export interface Finding {
  code: FindingCode;
  /** The id of the activity that it is about, or null. */
  activity: string | null;
  clauses: readonly string[];
}

/** A step of the reasoning: what it rests on, the facts it read and what it gave. */
export interface TraceStep {
  step: string;
  /** The id of what the step is about (an activity, an exemption, a requirement …), or null. */
  subject: string | null;
  clauses: readonly string[];
  facts: Readonly<Record<string, unknown>>;
  gave: unknown;
}

/** What the engine answers. The fields are those of the contract. */
export interface Decision {
  id?: string;
  ruleSet: Readonly<{ regime: string; effectiveYear: number; revision: number; sha256: string }>;
  reportingYear: number;
  asOf: string;
  outcome: Outcome;
  obligation: {
    status: ObligationStatus;
    exemption: string | null;
    norm: number;
    clauses: readonly string[];
  };
  activities: CreditedActivity[];
  points: {
    credited: number;
    carriedIn: number;
    total: number;
    norm: number;
    shortfall: number;
    /** What may count in the next year; only where the rule set has a carry-over. */
    carriedOut?: number;
  };
  report: { due: string; status: ReportStatus; daysLate: number };
  sanction: { imposed: string | null; runsUntil: string | null; due: string | null };
  findings: Finding[];
  trace?: TraceStep[];
}

import type { Outcome } from "../../../engine/index.ts";
import { type CheckedRow, type GoodRow, isGood, type RefusedRow, type RowEffect } from "./checked-row.ts";

/** How many good rows, and how many refused ones, the page shows; the file of refused rows has them all. */
export const MOST_SHOWN = 100;

/** What came of checking a file. */
export interface UploadSummary {
  effects: Record<RowEffect, number>;
  outcomes: Partial<Record<Outcome, number>>;
  refused: number;
  shown: GoodRow[];
  shownRefused: RefusedRow[];
}

/** Counts the checked rows, and keeps the first of them. */
export async function summarise(rows: AsyncIterable<CheckedRow>): Promise<UploadSummary> {
  const summary: UploadSummary = {
    effects: { new: 0, correction: 0, recorded: 0 },
    outcomes: {},
    refused: 0,
    shown: [],
    shownRefused: [],
  };
  for await (const row of rows) {
    if (isGood(row)) {
      const { outcome } = row.decision;
      summary.effects[row.effect]++;
      summary.outcomes[outcome] = (summary.outcomes[outcome] ?? 0) + 1;
      if (summary.shown.length < MOST_SHOWN) summary.shown.push(row);
    } else {
      summary.refused++;
      if (summary.shownRefused.length < MOST_SHOWN) summary.shownRefused.push(row);
    }
  }
  return summary;
}

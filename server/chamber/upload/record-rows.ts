import { type Recording, recordDecision } from "../../recording/record-decision.ts";
import { Conflict } from "../../store/failures.ts";
import type { Actor } from "../../store/records.ts";
import { type CheckedRow, type GoodRow, isGood } from "./checked-row.ts";

/** How many rows are recorded at a time: they share the store's waiting for the disk. */
const AT_A_TIME = 16;

/** Records a row. A case that was changed meanwhile is left: the page then shows how it stands. */
async function recordRow(
  services: Recording,
  by: Actor,
  chamber: string,
  row: GoodRow,
  reason: string | null,
): Promise<void> {
  const { case: content, decision, consultant, from, submission, effect } = row;
  try {
    await recordDecision(services, by, {
      action: "decision.upload",
      chamber,
      consultantName: consultant.state.name,
      content,
      asOf: decision.asOf,
      from,
      submission,
      reason: effect === "correction" ? reason : null,
    });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
  }
}

/**
 * Records the good rows of a file that are not recorded yet; corrections only where a reason is given for them.
 * @throws {StoreFull} {@throws {StoreUnavailable} where it could not be written: what was recorded before stays so.
 */
export async function recordRows(
  services: Recording,
  by: Actor,
  chamber: string,
  rows: AsyncIterable<CheckedRow>,
  reason: string | null,
): Promise<void> {
  const underway = new Set<Promise<void>>();
  const failures: unknown[] = [];
  for await (const row of rows) {
    if (failures.length > 0) break;
    if (!isGood(row) || row.effect === "recorded" || (row.effect === "correction" && !reason)) continue;
    const recording = recordRow(services, by, chamber, row, reason)
      .catch((error: unknown) => void failures.push(error))
      .finally(() => underway.delete(recording));
    underway.add(recording);
    if (underway.size >= AT_A_TIME) await Promise.race(underway);
  }
  await Promise.all(underway);
  if (failures.length > 0) throw failures[0];
}

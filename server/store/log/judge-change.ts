import type { Change, Committed, ConflictingRecord } from "../change.ts";
import { Conflict } from "../failures.ts";
import type { RecordStates, Stored } from "../records.ts";

/** A record as a store keeps it, with what is known of its last change. */
export interface Kept {
  version: number;
  submission: string | null;
  seq: number;
  at: string;
}

/**
 * Says whether a change may be made on what is kept of its records: null where it may; what came of it where the same
 * submission was committed before.
 * @param kept what is kept of each record of the change, in the same order
 * @param showKept reads a kept record whole, for the conflict
 * @throws {Conflict} where a record was changed since.
 */
export function judgeChange<Record extends Kept>(
  { records, submission }: Change,
  kept: readonly (Record | null)[],
  showKept: (kept: Record) => Stored<RecordStates[keyof RecordStates]>,
): Committed | null {
  const conflicts: ConflictingRecord[] = [];
  for (const [index, { kind, id, from }] of records.entries()) {
    const found = kept[index] ?? null;
    if (found && found.version > from && submission !== undefined && found.submission === submission)
      return { seq: found.seq, at: found.at, repeated: true };
    if ((found?.version ?? 0) !== from) conflicts.push({ kind, id, from, kept: found && showKept(found) });
  }
  if (conflicts.length > 0) throw new Conflict(conflicts);
  return null;
}

import type { Change, Committed } from "../change.ts";
import type { RecordKind } from "../records.ts";

/** A record as a store keeps it, with what is known of its last change. */
export interface Kept {
  version: number;
  submission: string | null;
  seq: number;
  at: string;
}

/** A record that a change was made from an old version of. */
export interface Outdated<Record extends Kept> {
  kind: RecordKind;
  id: string;
  from: number;
  kept: Record | null;
}

/** What becomes of a change: it may be made, was made before by the same submission, or comes too late. */
export type Verdict<Record extends Kept> =
  | { may: "commit" }
  | { may: "repeat"; committed: Committed }
  | { may: "conflict"; records: Outdated<Record>[] };

/**
 * Judges a change by what is kept of its records.
 * @param kept what is kept of each record of the change, in the same order
 */
export function judgeChange<Record extends Kept>(
  { records, submission }: Change,
  kept: readonly (Record | null)[],
): Verdict<Record> {
  const outdated: Outdated<Record>[] = [];
  for (const [index, { kind, id, from }] of records.entries()) {
    const found = kept[index] ?? null;
    if (found && found.version > from && submission !== undefined && found.submission === submission)
      return { may: "repeat", committed: { seq: found.seq, at: found.at, repeated: true } };
    if ((found?.version ?? 0) !== from) outdated.push({ kind, id, from, kept: found });
  }
  return outdated.length > 0 ? { may: "conflict", records: outdated } : { may: "commit" };
}

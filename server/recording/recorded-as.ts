import type { Store } from "../store/store.ts";
import { submittedBefore } from "./submitted-before.ts";

/** Where a decision was recorded, and whether the same submission had recorded it before. */
export interface RecordedAs {
  case: string;
  number: number;
  repeated: boolean;
}

/** The decision among the records of a change. */
export const recordedIn = (
  theCase: string,
  records: readonly { kind: string; id: string }[],
  repeated: boolean,
): RecordedAs => ({
  case: theCase,
  number: Number(
    records
      .find(({ kind }) => kind === "decision")
      ?.id.split("/")
      .at(-1),
  ),
  repeated,
});

/** The decision that a submission recorded on a case before, if it did. */
export async function recordedBefore(store: Store, theCase: string, submission: string): Promise<RecordedAs | null> {
  const event = await submittedBefore(store, theCase, submission);
  return event && recordedIn(theCase, event.records, true);
}

import type { Problem } from "../../../engine/index.ts";
import type { LoggedEvent } from "../change.ts";
import { documentsIn, type NamedDocument } from "../named-documents.ts";
import { RecordProof } from "../prove-records.ts";
import type { Store } from "../store.ts";
import { checkDocuments } from "./check-documents.ts";
import { checkLog } from "./check-log.ts";
import { checkRecords } from "./check-records.ts";

/**
 * Checks everything that has to hold in a store, whatever it is made of: the log goes on without a break, each record is
 * what the log says of it, records point to what is there, and documents are what their names say. The log and the records
 * are gone through once.
 */
export async function* checkStore(store: Store): AsyncGenerator<Problem> {
  const proof = new RecordProof();
  const named: NamedDocument[] = [];
  const read = (event: LoggedEvent): void => {
    proof.follow(event);
    named.push(...documentsIn(event));
  };
  let isWhole = true;
  for await (const problem of checkLog(store, read)) {
    isWhole = false;
    yield problem;
  }
  if (!isWhole) return; // All else is measured by the log.
  yield* checkRecords(store, proof);
  yield* checkDocuments(store, named);
}

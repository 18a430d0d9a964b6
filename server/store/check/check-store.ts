import type { Problem } from "../../../engine/index.ts";
import { serverProblem } from "../../problem.ts";
import { differingRecords } from "../prove-records.ts";
import type { Store } from "../store.ts";
import { checkDocuments } from "./check-documents.ts";
import { checkLog } from "./check-log.ts";
import { checkReferences } from "./check-references.ts";

/**
 * Checks everything that has to hold in a store, whatever it is made of: the log goes on without a break, each record is
 * what the log says of it, records point to what is there, and documents are what their names say.
 */
export async function* checkStore(store: Store): AsyncGenerator<Problem> {
  let isWhole = true;
  for await (const problem of checkLog(store)) {
    isWhole = false;
    yield problem;
  }
  if (!isWhole) return; // All else is measured by the log.
  for (const record of await differingRecords(store)) yield serverProblem("record-differs", "", { record });
  yield* checkReferences(store);
  yield* checkDocuments(store);
}

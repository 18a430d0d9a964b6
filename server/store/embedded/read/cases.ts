import type { RecordedDecision, Stored } from "../../records.ts";
import type { Store } from "../../store.ts";
import { casesPartition } from "../partition-name.ts";
import type { Reader } from "./reader.ts";

type Verbs =
  | "yearsOf"
  | "casesOf"
  | "caseLines"
  | "case"
  | "decisionsOn"
  | "decision"
  | "sanctionsOn"
  | "sanctionsOf"
  | "documentsOf";

/** The decisions on a case: they are numbered without a gap. */
async function decisionsOn(reader: Reader, caseId: string): Promise<Stored<RecordedDecision>[]> {
  const decisions: Stored<RecordedDecision>[] = [];
  for (let number = 1; ; number++) {
    const decision = await reader.one("decision", `${caseId}/${number}`);
    if (!decision) return decisions;
    decisions.push(decision);
  }
}

/** Reads the cases of a chamber's years, and what belongs to them. */
export const readCases = (reader: Reader): Pick<Store, Verbs> => ({
  yearsOf: async (chamber) => reader.yearsOf(chamber),
  casesOf: (chamber, reportingYear) => reader.all("case", casesPartition(chamber, reportingYear)),
  caseLines: (chamber, reportingYear) => reader.lines("case", casesPartition(chamber, reportingYear)),
  case: (id) => reader.one("case", id),
  decisionsOn: (caseId) => decisionsOn(reader, caseId),
  decision: (id) => reader.one("decision", id),
  sanctionsOn: (caseId) => reader.under("sanction", caseId),
  sanctionsOf: (chamber, reportingYear) => reader.all("sanction", casesPartition(chamber, reportingYear)),
  documentsOf: (caseId) => reader.under("document", caseId),
});

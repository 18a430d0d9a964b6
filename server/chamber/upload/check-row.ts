import { hashOf } from "../../../engine/hash.ts";
import { CaseError, type Problem } from "../../../engine/index.ts";
import { type Decided, decideDocument } from "../../case-files/decide-document.ts";
import { serverProblem } from "../../problem.ts";
import { checkAsOf } from "../../recording/case-to-record.ts";
import { checkKeepable } from "../../recording/check-keepable.ts";
import { confirmDecision } from "../../recording/confirm-decision.ts";
import { caseId } from "../../recording/ids.ts";
import type { Recording } from "../../recording/record-decision.ts";
import { submittedBefore } from "../../recording/submitted-before.ts";
import type { Consultant, Stored } from "../../store/records.ts";
import type { Place } from "../places.ts";
import type { GoodRow, RowEffect } from "./checked-row.ts";
import { csvCase } from "./csv-case.ts";
import type { CsvColumn } from "./csv-columns.ts";
import type { ReadRow } from "./read-row.ts";
import type { Register } from "./register.ts";

/** A file whose rows are checked: where it belongs, the day as of which it is decided, and the SHA-256 it is kept under. */
export interface Upload {
  place: Place;
  asOf: string;
  sha256: string;
}

/** What a row is checked against. */
export interface Checking extends Upload {
  services: Recording;
  register: Register;
  /** The columns that a CSV of the year may have. */
  columns: readonly CsvColumn[];
  /** The consultants of the rows before. */
  seen: Set<string>;
}

const refuse = (code: string, params: Problem["params"]): never => {
  throw new CaseError([serverProblem(code, "", params)]);
};

const listed = ({ register }: Checking, id: string): Stored<Consultant> =>
  register.consultant(id) ?? refuse("not-on-list", { consultant: id.slice(0, 100) });

/** The row as a JSON document of the contract. */
async function documentOf(checking: Checking, read: ReadRow): Promise<string> {
  if ("problems" in read) throw new CaseError(read.problems);
  if ("document" in read) return read.document;
  const base = await checking.register.base(listed(checking, read.consultant));
  return JSON.stringify(csvCase(checking.columns, read.records, base));
}

/** The row is of the page's year, and of a consultant of the chamber who was not there before. */
function checkBelonging(checking: Checking, { case: theCase, decision }: Decided): Stored<Consultant> {
  const { place, seen, services } = checking;
  const { reportingYear, consultant } = theCase;
  if (reportingYear !== place.year) refuse("other-year-case", { year: reportingYear, expected: place.year });
  const found = listed(checking, consultant.id);
  if (seen.has(consultant.id)) refuse("consultant-twice", { consultant: consultant.id });
  checkAsOf(decision.asOf, services.today());
  checkKeepable(theCase);
  return found;
}

/** What recording would do: nothing where the last decision is on this very case and day, or this row was recorded. */
async function effectOf(
  { services, place, register }: Checking,
  decided: Decided,
  submission: string,
): Promise<RowEffect> {
  const { id } = decided.case.consultant;
  const kept = register.kept(id)?.state;
  if (!kept?.latest) return "new";
  if (kept.latest.asOf === decided.decision.asOf && hashOf(kept.content) === hashOf(decided.case)) return "recorded";
  const before = await submittedBefore(services.store, caseId(place.chamber.id, place.year, id), submission);
  return before ? "recorded" : "correction";
}

/**
 * Checks a row: it is decided, and confirmed.
 * @throws {CaseError} with every reason for which it is refused.
 * @throws {IntegrityError} where the second opinion disagrees.
 */
export async function checkRow(checking: Checking, read: ReadRow): Promise<GoodRow> {
  const { services, asOf, sha256, register, seen } = checking;
  const rulesFor = (year: number) => services.rules.inForce(year);
  const decided = decideDocument(await documentOf(checking, read), { rulesFor, asOf, trace: true });
  const consultant = checkBelonging(checking, decided);
  await confirmDecision(decided.ruleSet, decided.case, decided.decision);
  seen.add(consultant.id);
  const submission = `${sha256}-${read.row}`;
  return {
    row: read.row,
    case: decided.case,
    decision: decided.decision,
    consultant,
    from: register.kept(consultant.id)?.version ?? 0,
    effect: await effectOf(checking, decided, submission),
    submission,
  };
}

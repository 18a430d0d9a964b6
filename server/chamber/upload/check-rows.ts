import { hashOf } from "../../../engine/hash.ts";
import { type Case, CaseError, type Decision, IntegrityError, type Problem } from "../../../engine/index.ts";
import { type Decided, decideDocument } from "../../cli/decide-document.ts";
import { serverProblem } from "../../problem.ts";
import type { RuleBook } from "../../published-rules.ts";
import { checkKeepable } from "../../recording/check-keepable.ts";
import { confirmDecision } from "../../recording/confirm-decision.ts";
import { caseId } from "../../recording/ids.ts";
import { submittedBefore } from "../../recording/submitted-before.ts";
import type { Consultant, Stored } from "../../store/records.ts";
import type { Store } from "../../store/store.ts";
import type { Place } from "../places.ts";
import { csvCase } from "./csv-case.ts";
import type { ReadRow } from "./read-row.ts";
import { type Register, readRegister } from "./register.ts";

/** What recording a good row would do: add a case, correct one, or nothing, as it is recorded already. */
export type RowEffect = "new" | "correction" | "recorded";

export interface GoodRow {
  row: number;
  case: Case;
  decision: Decision;
  consultant: Stored<Consultant>;
  /** The version of the case record that it was checked against; 0 where there is none. */
  from: number;
  effect: RowEffect;
  submission: string;
}

export interface RefusedRow {
  row: number;
  problems: readonly Problem[];
  read: ReadRow;
}

export type CheckedRow = GoodRow | RefusedRow;

export const isGood = (row: CheckedRow): row is GoodRow => "decision" in row;

/** A file whose rows are checked: where it belongs, the day as of which it is decided, and its SHA-256. */
export interface Upload {
  place: Place;
  asOf: string;
  sha256: string;
}

interface Checking extends Upload {
  store: Store;
  book: RuleBook;
  register: Register;
}

const refuse = (code: string, params: Problem["params"]): never => {
  throw new CaseError([serverProblem(code, "", params)]);
};

function listed({ register }: Checking, id: string): Stored<Consultant> {
  return register.consultant(id) ?? refuse("not-on-list", { consultant: id.slice(0, 100) });
}

/** The row as a JSON document of the contract. */
async function documentOf(checking: Checking, read: ReadRow): Promise<string> {
  if ("problems" in read) throw new CaseError(read.problems);
  if ("document" in read) return read.document;
  const base = await checking.register.base(listed(checking, read.consultant));
  return JSON.stringify(csvCase(read.records, base));
}

function checkPlace({ place }: Checking, { case: theCase }: Decided): void {
  if (theCase.reportingYear !== place.year)
    refuse("other-year-case", { year: theCase.reportingYear, expected: place.year });
}

/** Whether the case and the day are those of the last decision, or this very row was recorded before. */
async function isRecorded(
  { store, place, register }: Checking,
  { case: theCase, decision }: Decided,
  submission: string,
): Promise<boolean> {
  const { id } = theCase.consultant;
  const kept = register.kept(id)?.state;
  if (!kept?.latest) return false;
  if (kept.latest.asOf === decision.asOf && hashOf(kept.content) === hashOf(theCase)) return true;
  return (await submittedBefore(store, caseId(place.chamber.id, place.year, id), submission)) !== null;
}

async function checkRow(checking: Checking, read: ReadRow, seen: Set<string>): Promise<GoodRow> {
  const { book, asOf, sha256, register } = checking;
  const rulesFor = (year: number) => book.inForce(year);
  const decided = decideDocument(await documentOf(checking, read), { rulesFor, asOf, trace: true, lang: "en" });
  checkPlace(checking, decided);
  checkKeepable(decided.case);
  const { id } = decided.case.consultant;
  const consultant = listed(checking, id);
  if (seen.has(id)) refuse("consultant-twice", { consultant: id });
  await confirmDecision(decided.ruleSet, decided.case, decided.decision);
  seen.add(id);
  const submission = `${sha256}-${read.row}`;
  const kept = register.kept(id);
  const effect = (await isRecorded(checking, decided, submission))
    ? "recorded"
    : kept?.state.latest
      ? "correction"
      : "new";
  return {
    row: read.row,
    case: decided.case,
    decision: decided.decision,
    consultant,
    from: kept?.version ?? 0,
    effect,
    submission,
  };
}

const problemsIn = (error: unknown): readonly Problem[] | null => {
  if (error instanceof CaseError) return error.problems;
  return error instanceof IntegrityError ? [serverProblem("row-not-confirmed", "")] : null;
};

/** Checks the rows of a file one after the other: each is decided and confirmed, or refused with every reason. */
export async function* checkRows(
  store: Store,
  book: RuleBook,
  upload: Upload,
  rows: AsyncIterable<ReadRow>,
): AsyncGenerator<CheckedRow> {
  const checking = { ...upload, store, book, register: await readRegister(store, upload.place) };
  const seen = new Set<string>();
  for await (const read of rows) {
    try {
      yield await checkRow(checking, read, seen);
    } catch (error) {
      const problems = problemsIn(error);
      if (!problems) throw error;
      yield { row: read.row, problems, read };
    }
  }
}

import { type Case, CaseError, type Problem } from "../../engine/index.ts";
import { LONGEST_TEXT } from "../../engine/schema/words.ts";
import { serverProblem } from "../problem.ts";
import { caseId } from "./ids.ts";

/** A case that is to be decided, and its decision recorded. */
export interface CaseToRecord {
  action: "decision.record" | "decision.correct" | "decision.upload";
  chamber: string;
  consultantName: string;
  /** The case of the contract; it names the consultant and the reporting year. */
  content: Case;
  /** The day as of which it is decided. */
  asOf: string;
  /** The version of the case record that it was made from; 0 where there is none yet. */
  from: number;
  submission: string;
  /** Why a recorded decision is corrected; null for the first one. */
  reason: string | null;
}

/** The id of the record that the case is kept in. */
export const recordOf = ({ chamber, content }: Pick<CaseToRecord, "chamber" | "content">): string =>
  caseId(chamber, content.reportingYear, content.consultant.id);

/**
 * Checks the day as of which it is decided: nobody knows what will be known on a day to come.
 * @throws {CaseError} where it is later than today.
 */
export function checkAsOf(asOf: string, today: string): void {
  if (asOf > today) throw new CaseError([asOfLater(asOf)]);
}

/** That a case was to be decided as of a day to come. */
export const asOfLater = (day: string): Problem => serverProblem("as-of-later", "/asOf", { day });

/**
 * Checks the reason: a correction has one, and it is no longer than any other text.
 * @throws {CaseError} where it is not so.
 */
export function checkReason(reason: string | null, corrects: number | null): void {
  if (corrects !== null && !reason) throw new CaseError([serverProblem("reason-missing", "/reason")]);
  if (reason && reason.length > LONGEST_TEXT) {
    throw new CaseError([serverProblem("too-long", "/reason", { limit: LONGEST_TEXT })]);
  }
}

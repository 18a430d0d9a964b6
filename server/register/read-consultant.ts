import { CaseError, type Problem } from "../../engine/index.ts";
import { parseCase } from "../../engine/reading/parse-case.ts";
import { nameProblem } from "../accounts/person-name.ts";
import { yearToReport } from "../report-check/new-report.ts";
import type { Services } from "../services.ts";
import type { Consultant } from "../store/records.ts";

/** What the register says of a consultant, but for the chambers. */
type Membership = Omit<Consultant, "chamber" | "formerly">;

/** A consultant as they are to stand in a chamber's list, as it was typed or read from a file. */
export type GivenConsultant = Readonly<Record<keyof Membership, unknown>>;

/** A consultant as the register takes them, or all that is wrong. */
export type ReadConsultant = { consultant: Membership; problems: null } | { consultant: null; problems: Problem[] };

/** What cannot be filled in of a case: the engine says what is wrong with days, and with kinds of absence. */
function problemsInCase(
  { rules: book, today }: Pick<Services, "rules" | "today">,
  id: string,
  { memberSince, memberUntil, absences }: GivenConsultant,
): Problem[] {
  const reportingYear = yearToReport(book, today());
  const consultant = { id, memberUntil, ...(memberSince === undefined ? {} : { memberSince }) };
  try {
    const theCase = parseCase({ reportingYear, consultant, absences, activities: [] });
    book.inForce(reportingYear)?.decide(theCase, { asOf: today() });
    return [];
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    return [...error.problems];
  }
}

/**
 * Takes what is said of a consultant for the register. It is judged as what it is for: the part of a case that the
 * register fills in, under the rules of the year that is reported on.
 * @returns the consultant, absences oldest first; or every problem, with its JSON Pointer in a case, of the name `/name`.
 */
export function readConsultant(
  services: Pick<Services, "rules" | "today">,
  id: string,
  given: GivenConsultant,
): ReadConsultant {
  const name = typeof given.name === "string" ? given.name : "";
  const ofName = nameProblem(name);
  const problems = [...(ofName ? [ofName] : []), ...problemsInCase(services, id, given)];
  if (problems.length > 0) return { consultant: null, problems };
  const { memberSince, memberUntil, absences } = given as Membership;
  const byDay = [...absences].sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));
  return { consultant: { name: name.trim(), memberSince, memberUntil, absences: byDay }, problems: null };
}

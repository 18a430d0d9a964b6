import { type Case, CaseSchema } from "../schema/case.ts";
import { readJson } from "./json.ts";
import { CaseError, type Problem, problem } from "./problem.ts";
import { createValidator } from "./schema-validator.ts";

const validate = createValidator(CaseSchema);

function checkOrder(from: string, to: string | null | undefined, pointer: string, problems: Problem[]): void {
  if (typeof to === "string" && to < from) problems.push(problem("ends-before-it-begins", pointer, { from, to }));
}

/** What the schema cannot say: that days follow each other, that ids are given once, that the oldest stands first. */
function checkMeaning(theCase: Case): Problem[] {
  const problems: Problem[] = [];
  const { consultant, absences = [], activities, sanctions = [], history = [] } = theCase;
  checkOrder(consultant.memberSince, consultant.memberUntil, "/consultant/memberUntil", problems);
  for (const [at, { from, to }] of absences.entries()) checkOrder(from, to, `/absences/${at}/to`, problems);
  const ids = new Set<string>();
  for (let at = 0; at < activities.length; at++) {
    const { id, from, to } = activities[at] as Case["activities"][number];
    if (ids.has(id)) problems.push(problem("duplicate-id", `/activities/${at}/id`, { id }));
    ids.add(id);
    checkOrder(from, to, `/activities/${at}/to`, problems);
  }
  for (let at = 1; at < sanctions.length; at++) {
    const day = sanctions[at]?.imposedOn as string;
    if (day < (sanctions[at - 1]?.imposedOn as string)) {
      problems.push(problem("out-of-order", `/sanctions/${at}/imposedOn`, { day }));
    }
  }
  const years = new Set<number>();
  for (const [at, { reportingYear: year }] of history.entries()) {
    if (years.has(year)) problems.push(problem("duplicate-year", `/history/${at}/reportingYear`, { year }));
    years.add(year);
  }
  return problems;
}

/**
 * Takes a value that `readJson` has read, of so many nodes, as a case.
 * @throws {CaseError} with every problem found, each with its JSON Pointer.
 */
export function acceptCase(value: unknown, nodes: number): Case {
  const problems = validate(value, nodes);
  if (problems.length > 0) throw new CaseError(problems);
  const theCase = value as Case;
  const inMeaning = checkMeaning(theCase);
  if (inMeaning.length > 0) throw new CaseError(inMeaning);
  return theCase;
}

/**
 * Turns JSON into a case: one consultant, one reporting year, as the contract describes it.
 * @param json the JSON text, or a value that was parsed already.
 * @returns the case. What a rule set has to declare (absences, sanctions, attributes) is checked when it decides.
 * @throws {CaseError} with every problem found, each with its JSON Pointer.
 */
export function parseCase(json: unknown): Case {
  const reading = readJson(json);
  if (reading.problems) throw new CaseError(reading.problems);
  return acceptCase(reading.value, reading.nodes);
}

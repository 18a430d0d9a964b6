import type { Problem } from "../../../engine/index.ts";
import { serverProblem } from "../../problem.ts";
import { readConsultant } from "../../register/read-consultant.ts";
import { caseOfReport } from "../../report-check/case-of-report.ts";
import type { Fields } from "../../report-check/form-reader.ts";
import type { TypedReport } from "../../report-check/typed-report.ts";
import type { Services } from "../../services.ts";
import { isIdPart } from "../../store/check-change.ts";
import type { Consultant } from "../../store/records.ts";
import { CHAMBER, NAME, NUMBER, type Registration } from "./registration.ts";

/** A consultant with their number, as the form has them; or all that is wrong with what was typed. */
export type ReadRegistration =
  | { entered: { id: string; state: Consultant }; problems: null }
  | { entered: null; problems: Problem[] };

function numberProblem(number: string): Problem | null {
  if (number === "") return serverProblem("number-missing", NUMBER);
  return isIdPart(number) ? null : serverProblem("number-malformed", NUMBER);
}

/** Reads the form of a consultant. A number is given once; a chamber is chosen only for whoever is on a list already. */
export async function readRegistration(
  services: Services,
  { chamber, kept, rules }: Registration,
  typed: TypedReport,
): Promise<ReadRegistration> {
  const text = (name: string): string => (typed.fields.get(name) ?? "").trim();
  const id = kept?.id ?? text(NUMBER);
  const to = kept ? text(CHAMBER) : chamber.id;
  const ofNumber = kept ? null : numberProblem(id);
  const { consultant, absences } = caseOfReport(typed, rules?.ruleSet ?? null);
  const { memberSince, memberUntil = null } = consultant as Fields;
  const given = { name: text(NAME), memberSince, memberUntil, absences };
  const read = readConsultant(services, ofNumber ? "consultant" : id, given);
  const problems = [
    ...(ofNumber ? [ofNumber] : []),
    ...(read.problems ?? []),
    ...((await services.store.chamber(to)) ? [] : [serverProblem("no-chamber-chosen", CHAMBER)]),
  ];
  if (!read.consultant || problems.length > 0) return { entered: null, problems };
  const { name, ...rest } = read.consultant;
  return { entered: { id, state: { name, chamber: to, ...rest } }, problems: null };
}

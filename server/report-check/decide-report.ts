import { isDay } from "../../engine/calendar.ts";
import { type Case, CaseError, confirm, type Decision, type Problem } from "../../engine/index.ts";
import { readJson } from "../../engine/reading/json.ts";
import { acceptCase } from "../../engine/reading/parse-case.ts";
import { problem } from "../../engine/reading/problem.ts";
import { serverProblem } from "../problem.ts";
import type { PublishedRules, RuleBook } from "../published-rules.ts";
import { caseOfReport } from "./case-of-report.ts";
import type { Fields } from "./form-reader.ts";
import { ROW_KINDS, type TypedReport } from "./typed-report.ts";
import { readDay } from "./typed-values.ts";

/** The most rows of each kind that the form takes; the API takes more. */
export const MOST_ROWS = 100;

export interface DecidedReport {
  case: Case;
  decision: Decision;
  rules: PublishedRules;
}

/** What came of a report: the decision, or every problem in what was typed. */
export type ReportOutcome = { decided: DecidedReport; problems: null } | { decided: null; problems: Problem[] };

/** Runs a step and collects what it refuses. */
function collect<T>(problems: Problem[], step: () => T): T | null {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    problems.push(...error.problems);
    return null;
  }
}

/** What knows the rules in force for a reporting year: the published ones, or a draft that is tried. */
export type RulesInForce = Pick<RuleBook, "inForce">;

/** The rules in force for the reporting year that was typed. */
export function rulesOfReport(typed: TypedReport, book: RulesInForce): PublishedRules | null {
  const year = Number(typed.fields.get("/reportingYear")?.trim());
  return Number.isInteger(year) ? book.inForce(year) : null;
}

/**
 * Decides what was typed, as of the day that was typed, or today.
 * @param complete adds what the form does not show.
 */
export function decideReport(
  typed: TypedReport,
  book: RulesInForce,
  today: string,
  complete: (given: Fields) => Fields = (given) => given,
): ReportOutcome {
  const rules = rulesOfReport(typed, book);
  const given = complete(caseOfReport(typed, rules?.ruleSet ?? null));
  const asOf = readDay((typed.fields.get("/asOf") ?? "").trim()) || today;
  const reading = readJson(given);
  if (reading.problems) return { decided: null, problems: reading.problems };

  const problems: Problem[] = [];
  for (const kind of ROW_KINDS) {
    if (typed.rows[kind] > MOST_ROWS) problems.push(problem("too-many", `/${kind}`, { limit: MOST_ROWS }));
  }
  if (!isDay(asOf)) problems.push(problem("not-a-day", "/asOf"));
  const theCase = collect(problems, () => acceptCase(reading.value, reading.nodes));
  const year = typed.fields.get("/reportingYear")?.trim() ?? "";
  if (!rules && /^\d{4}$/.test(year)) problems.push(serverProblem("no-rule-set", "/reportingYear", { year }));
  if (!theCase || !rules || problems.length > 0) return { decided: null, problems };

  const decision = collect(problems, () => rules.decide(theCase, { asOf }));
  return decision ? { decided: { case: theCase, decision, rules }, problems: null } : { decided: null, problems };
}

/**
 * Has the second evaluator confirm what is about to be shown.
 * @throws {IntegrityError} where it disagrees: then nothing is shown but that an error has occurred.
 */
export const confirmDecided = ({ rules, case: theCase, decision }: DecidedReport): Promise<void> =>
  confirm(rules.ruleSet, theCase, decision);

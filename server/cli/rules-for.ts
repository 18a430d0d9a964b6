import { join } from "node:path";
import { type CompiledRuleSet, compile, parseRuleSet, RuleSetError } from "../../engine/index.ts";
import type { RulesFor } from "../case-files/decide-document.ts";
import { serverProblem } from "../problem.ts";
import { PROJECT_ROOT } from "../project-root.ts";
import { type RuleBook, readRuleBook } from "../published-rules.ts";
import { readText } from "./files.ts";
import { Refusal } from "./refusal.ts";

/** The published rule sets of this checkout. */
export const ruleBook = (): RuleBook => readRuleBook(join(PROJECT_ROOT, "rules"));

const isYear = (text: string): boolean => /^\d{4}$/.test(text);

function readRules(file: string): CompiledRuleSet {
  try {
    return compile(parseRuleSet(readText(file)));
  } catch (error) {
    throw error instanceof RuleSetError ? new Refusal(file, error.problems) : error;
  }
}

/**
 * Finds the rule set that an argument names: the one in force in a year, or the one in a file.
 * @throws {Refusal} where none is in force that year, or the file is refused.
 */
export function rulesNamed(yearOrFile: string): CompiledRuleSet {
  if (!isYear(yearOrFile)) return readRules(yearOrFile);
  const rules = ruleBook().inForce(Number(yearOrFile));
  if (!rules) throw new Refusal(yearOrFile, [serverProblem("no-rule-set", "", { year: yearOrFile })]);
  return rules;
}

/** The rules to decide by: those named, or those in force for each case's reporting year. */
export function rulesFor(yearOrFile: string | undefined): RulesFor {
  if (yearOrFile !== undefined) {
    const rules = rulesNamed(yearOrFile);
    return () => rules;
  }
  const book = ruleBook();
  return (reportingYear) => book.inForce(reportingYear);
}

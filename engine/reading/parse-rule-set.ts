import { checkCategories, checkMeasures } from "../check/check-categories.ts";
import { checkConditions, checkFacts } from "../check/check-conditions.ts";
import { checkNumbers } from "../check/check-numbers.ts";
import { checkReferences } from "../check/check-references.ts";
import { RULE_SET_DEFINITIONS, type RuleSet, RuleSetSchema } from "../schema/rule-set.ts";
import { readJson } from "./json.ts";
import { RuleSetError } from "./problem.ts";
import { createValidator } from "./schema-validator.ts";

/** What the schema cannot say. Numbers are looked at only where what they name exists. */
const CHECKS = [checkReferences, checkFacts, checkConditions, checkNumbers, checkCategories, checkMeasures];

const validate = createValidator(RuleSetSchema, RULE_SET_DEFINITIONS);

/** Freezes a value and all that it holds. */
function freeze(value: unknown): unknown {
  if (typeof value === "object" && value !== null) for (const held of Object.values(value)) freeze(held);
  return Object.freeze(value);
}

/**
 * Turns JSON into a rule set that can be compiled. It cannot be changed afterwards: decisions share its clauses.
 * @param json the JSON text, or a value that was parsed already.
 * @throws {RuleSetError} with every problem found, each with its JSON Pointer.
 */
export function parseRuleSet(json: unknown): RuleSet {
  const reading = readJson(json);
  if (reading.problems) throw new RuleSetError(reading.problems);
  const problems = validate(reading.value, reading.nodes);
  if (problems.length > 0) throw new RuleSetError(problems);
  const ruleSet = freeze(structuredClone(reading.value)) as RuleSet;
  const inMeaning = CHECKS.flatMap((check) => check(ruleSet));
  if (inMeaning.length > 0) throw new RuleSetError(inMeaning);
  return ruleSet;
}

import { checkConditions } from "./check-conditions.ts";
import { checkReferences } from "./check-references.ts";
import { readJson } from "./json.ts";
import { RuleSetError } from "./problem.ts";
import { RULE_SET_DEFINITIONS, type RuleSet, RuleSetSchema } from "./schema/rule-set.ts";
import { createValidator } from "./schema-validator.ts";

const validate = createValidator(RuleSetSchema, RULE_SET_DEFINITIONS);

/**
 * Turns JSON into a rule set that can be compiled.
 * @param json the JSON text, or a value that was parsed already.
 * @throws {RuleSetError} with every problem found, each with its JSON Pointer.
 */
export function parseRuleSet(json: unknown): RuleSet {
  const reading = readJson(json);
  if (reading.problems) throw new RuleSetError(reading.problems);
  const problems = validate(reading.value, reading.nodes);
  if (problems.length > 0) throw new RuleSetError(problems);
  const ruleSet = reading.value as RuleSet;
  const inMeaning = [...checkReferences(ruleSet), ...checkConditions(ruleSet)];
  if (inMeaning.length > 0) throw new RuleSetError(inMeaning);
  return ruleSet;
}

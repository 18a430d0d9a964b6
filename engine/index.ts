export {
  type CheckOptions,
  checkRuleSet,
  type Examination,
  examineRuleSet,
  type RuleSetFinding,
} from "./check/check-rule-set.ts";
export { type CompiledRuleSet, compile, type DecideOptions } from "./compile.ts";
export { type Change, diffRuleSets, type PartKind } from "./diff-rule-sets.ts";
export { type Missing, type MissingActivities, missing, type OpenWindow } from "./missing.ts";
export { parseCase } from "./reading/parse-case.ts";
export { parseRuleSet } from "./reading/parse-rule-set.ts";
export { CaseError, type Problem, RuleSetError } from "./reading/problem.ts";
export type { Absence, Activity, Case, Outcome } from "./schema/case.ts";
export type * from "./schema/decision.ts";
export type { RuleSet } from "./schema/rule-set.ts";
export type { Language, Text } from "./schema/words.ts";
export { confirm, IntegrityError, type SecondOpinion, secondOpinion } from "./second-opinion/confirm.ts";

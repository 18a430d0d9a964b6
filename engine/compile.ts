import { type DecideOptions, decide } from "./decide.ts";
import { factsOf } from "./facts/facts.ts";
import { hashOf } from "./hash.ts";
import { prepare } from "./prepare.ts";
import type { Case } from "./schema/case.ts";
import type { Decision } from "./schema/decision.ts";
import type { RuleSet } from "./schema/rule-set.ts";

export type { DecideOptions } from "./decide.ts";

/** A rule set that is ready to decide. */
export interface CompiledRuleSet {
  readonly ruleSet: RuleSet;
  /** The SHA-256 of the rule set's canonical JSON (RFC 8785). */
  readonly sha256: string;
  /**
   * Decides a case that `parseCase` accepted.
   * @throws {CaseError} where the case names what the rule set does not declare, its activities come to more points than can be
   * added exactly, or `asOf` is not a day.
   */
  decide(theCase: Case, options: DecideOptions): Decision;
}

/** Compiles a rule set once, so that it decides many cases: pure, synchronous, the same bytes for the same input. */
export function compile(ruleSet: RuleSet): CompiledRuleSet {
  const sha256 = hashOf(ruleSet);
  const rules = prepare(ruleSet, sha256, factsOf(ruleSet));
  return { ruleSet, sha256, decide: (theCase, options) => decide(rules, theCase, options) };
}

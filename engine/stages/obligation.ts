import type { Evaluation } from "../evaluation.ts";
import type { Rules } from "../prepare.ts";
import type { Decision } from "../schema/decision.ts";
import { findExemption } from "./exemptions.ts";

/** Whether the consultant is a member on any day of the reporting year. */
function isMember({ ruleSet }: Rules, { case: { consultant }, period, trace }: Evaluation): boolean {
  const { memberSince, memberUntil = null } = consultant;
  const member = memberSince <= period.to && (memberUntil === null || memberUntil >= period.from);
  trace?.push({
    step: "membership",
    subject: null,
    clauses: ruleSet.membership.clauses,
    facts: { memberSince, memberUntil, from: period.from, to: period.to },
    gave: member,
  });
  return member;
}

/** Whether there is a duty, and what frees from it. The norm is found later. */
export function findObligation(rules: Rules, evaluation: Evaluation): Decision["obligation"] {
  if (!isMember(rules, evaluation)) {
    return { status: "not-a-member", exemption: null, norm: 0, clauses: rules.ruleSet.membership.clauses };
  }
  const exemption = findExemption(rules.exemptions, evaluation);
  return exemption
    ? { status: "exempt", exemption: exemption.id, norm: 0, clauses: exemption.clauses }
    : { status: "obliged", exemption: null, norm: 0, clauses: rules.normClauses };
}

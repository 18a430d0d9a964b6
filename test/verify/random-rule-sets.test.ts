import fc from "fast-check";
import { expect, it } from "vitest";
import { conditionPlaces } from "../../engine/check/places.ts";
import { compileCondition } from "../../engine/facts/conditions.ts";
import type { RuleSet } from "../../engine/index.ts";
import type { Condition } from "../../engine/schema/condition.ts";
import { MOST_DECISIONS, Prober, type Seen } from "../../engine/verify/probe.ts";
import { type Verification, verifyRuleSet } from "../../engine/verify/verify-rule-set.ts";
import { arbitraryMatchingCase } from "../second-opinion/arbitrary-matching-case.ts";
import { arbitraryRuleSet } from "../second-opinion/arbitrary-rule-set.ts";

const RULE_SETS = Number(process.env.RULE_SETS ?? 30);
const CASES_EACH = 60;
const seed = Number(process.env.SEED ?? 20_221_101);

/** What stands at a JSON Pointer. */
const at = (document: unknown, pointer: string): unknown =>
  pointer
    .slice(1)
    .split("/")
    .reduce((here, step) => (here as Record<string, unknown>)[step], document);

type Finding = Verification["findings"][number];

/** Whether a condition over the case that a finding says never holds does hold in what was seen. */
function holdsAt(pointer: string, { ruleSet, facts }: Prober, { evaluation }: Seen): boolean {
  const place = conditionPlaces(ruleSet).find((known) => pointer.startsWith(known.pointer));
  if (place?.scope !== "case" || !evaluation) return false;
  return compileCondition(at(ruleSet, pointer) as Condition, facts).holds(evaluation);
}

/** Whether a random case shows that the finding is a false alarm. */
function isRefuted({ code, pointer, params }: Finding, prober: Prober, seen: Seen): boolean {
  const { outcome, obligation, sanction } = seen.decision;
  const isObliged = obligation.status === "obliged";
  if (code === "norm-unreachable" || code === "requirement-impossible") return outcome === "fulfilled";
  if (code === "nobody-obliged") return isObliged;
  if (code === "exemption-hidden") return obligation.exemption === params.exemption;
  if (code === "sanction-never-due") return sanction.due === params.sanction;
  if (code === "requirement-always-holds") return isObliged && !holdsAt(`${pointer}/when`, prober, seen);
  const says = ["branch-never-holds", "choice-never-holds", "exemption-never-holds", "step-never-skipped"];
  return says.includes(code) && isObliged && holdsAt(pointer, prober, seen);
}

it(`no random case refutes what is found in ${RULE_SETS} random rule sets (SEED=${seed})`, () => {
  const codes = new Map<string, number>();
  const cases = fc.array(arbitraryMatchingCase, { minLength: CASES_EACH, maxLength: CASES_EACH });
  const isTrue = fc.property(arbitraryRuleSet, cases, (ruleSet: RuleSet, drawn) => {
    const { findings, enumerated } = verifyRuleSet(ruleSet);
    expect(enumerated.cases).toBeLessThanOrEqual(MOST_DECISIONS * 1.2);
    for (const { code } of findings) codes.set(code, (codes.get(code) ?? 0) + 1);
    const prober = new Prober(ruleSet);
    for (const { theCase, asOf } of drawn) {
      const seen = prober.see({ case: theCase, asOf });
      const wrong = findings.filter((finding) => isRefuted(finding, prober, seen));
      expect(wrong.map(({ code, pointer }) => [code, pointer, at(ruleSet, pointer), theCase, asOf])).toEqual([]);
    }
  });
  fc.assert(isTrue, { seed, numRuns: RULE_SETS, endOnFailure: true });
  expect(codes.size).toBeGreaterThan(3);
  if (process.env.RULE_SETS) console.log([...codes]);
}, 300_000);

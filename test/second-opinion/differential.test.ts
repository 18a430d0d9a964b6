import fc from "fast-check";
import { expect, it } from "vitest";
import { compile, parseCase, secondOpinion } from "../../engine/index.ts";
import { arbitraryMatchingCase } from "./arbitrary-matching-case.ts";
import { arbitraryRuleSet } from "./arbitrary-rule-set.ts";

const RULE_SETS = 2_000;
const CASES_EACH = 10;
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000_000);

it(`both evaluators agree on ${RULE_SETS * CASES_EACH} random rule sets × cases (SEED=${seed})`, async () => {
  console.log(`differential test: SEED=${seed}`);
  let confirmed = 0;
  const outcomes = new Set<string>();
  const cases = fc.array(arbitraryMatchingCase, { minLength: CASES_EACH, maxLength: CASES_EACH });
  const agree = fc.asyncProperty(arbitraryRuleSet, cases, async (ruleSet, drawn) => {
    const rules = compile(ruleSet);
    const { confirm } = secondOpinion(ruleSet);
    for (const { theCase, asOf } of drawn) {
      const decision = rules.decide(parseCase(theCase), { asOf, trace: false });
      await confirm(theCase, decision);
      outcomes.add(decision.outcome);
      confirmed++;
    }
  });
  await fc.assert(agree, { seed, numRuns: RULE_SETS });
  expect(confirmed).toBeGreaterThanOrEqual(RULE_SETS * CASES_EACH);
  expect([...outcomes].sort()).toEqual(["exempt", "fulfilled", "not-a-member", "pending", "unfulfilled"]);
}, 300_000);

import { describe, expect, it } from "vitest";
import { isDay } from "../../engine/calendar.ts";
import { compareWithExpectation } from "../../engine/check/expectation.ts";
import { compile, confirm } from "../../engine/index.ts";
import { caseOf, constructs, rulesOf } from "./read-constructs.ts";

describe.each(constructs)("$construct", ({ file, construct, says, rules, cases, ...rest }) => {
  const ruleSet = rulesOf({ construct, rules });
  const compiled = compile(ruleSet);

  it.each(cases)("$name", async (one) => {
    const theCase = caseOf(one);
    const decision = compiled.decide(theCase, { asOf: one.asOf });
    expect(compareWithExpectation(decision, one.expect)).toEqual([]);
    await confirm(ruleSet, theCase, decision);
  });

  it("is well kept: one sentence, cases told apart, more than one outcome", () => {
    expect(rest).toEqual({});
    expect(file).toBe(`${construct}.json`);
    expect(says.en).toMatch(/^[A-Z].*\.$/);
    for (const one of cases) {
      expect(Object.keys(one).sort()).toEqual(["asOf", "case", "expect", "name"]);
      expect(one.name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(isDay(one.asOf)).toBe(true);
      expect(one.expect.outcome, `${one.name} names its outcome`).toBeDefined();
    }
    expect(cases.length).toBeGreaterThanOrEqual(3);
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
    expect(new Set(cases.map(({ expect: { outcome } }) => outcome)).size).toBeGreaterThan(1);
  });
});

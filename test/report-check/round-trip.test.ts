import { describe, expect, it } from "vitest";
import { completeCase } from "../../server/chamber/case/complete-case.ts";
import { caseOfReport } from "../../server/report-check/case-of-report.ts";
import { decideReport } from "../../server/report-check/decide-report.ts";
import { reportOfCase } from "../../server/report-check/report-of-case.ts";
import { EVERY_CASE } from "./rule-sets.ts";

describe("a case of any rules, written into the form and read again", () => {
  it("is there for every regime and every construct", () => expect(EVERY_CASE.length).toBeGreaterThan(300));

  it.each(EVERY_CASE)("is the same case: $name", ({ case: theCase, asOf, rules: { ruleSet } }) => {
    const typed = reportOfCase(theCase, asOf, ruleSet);
    expect(completeCase(caseOfReport(typed, ruleSet), typed, theCase, ruleSet)).toEqual(theCase);
  });

  it.each(EVERY_CASE)("is decided alike by whoever types it in: $name", ({ case: theCase, asOf, rules }) => {
    const typed = reportOfCase(theCase, asOf, rules.ruleSet);
    const { decided, problems } = decideReport(typed, { inForce: () => rules }, asOf);
    expect(problems).toBeNull();
    const { id: _, ...expected } = rules.decide(theCase, { asOf });
    expect(decided?.decision).toEqual(expected);
  });
});

import { describe, expect, it } from "vitest";
import { examineRuleSet } from "../../engine/check/check-rule-set.ts";
import { checkRuleSet, compile, parseCase } from "../../engine/index.ts";
import { VERIFICATION_MESSAGES } from "../../engine/verify/messages.ts";
import { MOST_DECISIONS } from "../../engine/verify/probe.ts";
import { verifyRuleSet } from "../../engine/verify/verify-rule-set.ts";
import { LANGUAGES } from "../../server/language/languages.ts";
import { sayProblem } from "../../server/language/say-problem.ts";
import { faultsOfMessage } from "../engine/refusals.ts";
import { GOOD, readFaulty, readGood, withFault } from "./faulty.ts";

const faulty = readFaulty();
const places = (findings: readonly { code: string; pointer: string }[]): string[] =>
  findings.map(({ code, pointer }) => `${code} at ${pointer}`).sort();

describe("a good rule set", () => {
  it.each(GOOD)("%s: nothing is found, within the bound of decisions", (base) => {
    const { findings, enumerated } = verifyRuleSet(readGood(base));
    expect(places(findings)).toEqual([]);
    expect(enumerated.cases).toBeGreaterThan(100);
    expect(enumerated.cases).toBeLessThanOrEqual(MOST_DECISIONS);
  });

  it("the same rule set gives the same findings", () => {
    expect(verifyRuleSet(readGood("ontario"))).toEqual(verifyRuleSet(readGood("ontario")));
  });
});

describe("what one limit does by its order is noted, with a case that shows it", () => {
  it.each(["australia", "ontario"])("%s", (base) => {
    const ruleSet = readGood(base);
    const { notes } = examineRuleSet(ruleSet);
    expect(notes.length).toBeGreaterThan(0);
    for (const { counterExample, params } of notes) {
      const { asOf, case: worse } = counterExample as NonNullable<typeof counterExample>;
      const without = { ...worse, activities: worse.activities.filter(({ id }) => id !== params.activity) };
      const traced = (given: typeof worse): unknown =>
        compile(ruleSet)
          .decide(parseCase(given), { asOf })
          .trace?.find(({ step, subject }) => step === "measure" && subject === params.measure)?.gave;
      expect([traced(without), traced(worse)]).toEqual([params.from, params.to]);
    }
  });
});

describe(`every fault of ${faulty.length} rule sets is found where it is`, () => {
  it("there are at least forty", () => expect(faulty.length).toBeGreaterThanOrEqual(40));

  it.each(faulty)("$name", (fault) => {
    const ruleSet = withFault(fault);
    const { findings } = verifyRuleSet(ruleSet);
    expect(fault.file).toBe(`${fault.name}.json`);
    expect(places(findings)).toEqual(places(fault.finds));
    expect(places(checkRuleSet(ruleSet))).toEqual(expect.arrayContaining(places(fault.finds)));
    for (const finding of findings) {
      expect(faultsOfMessage(finding)).toEqual([]);
      for (const language of LANGUAGES) expect(sayProblem(language, finding)).not.toContain("{");
      if (!finding.counterExample) continue;
      const { case: shown, asOf } = finding.counterExample;
      expect(() => compile(ruleSet).decide(parseCase(JSON.stringify(shown)), { asOf })).not.toThrow();
    }
  });

  it("together they show everything that can be found", () => {
    const shown = new Set(faulty.flatMap(({ finds }) => finds.map(({ code }) => code)));
    expect(Object.keys(VERIFICATION_MESSAGES).filter((code) => code !== "enumerated" && !shown.has(code))).toEqual([]);
  });
});

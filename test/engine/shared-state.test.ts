import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compile, parseCase, parseRuleSet } from "../../engine/index.ts";

const text = readFileSync(new URL("../../rules/2022.json", import.meta.url), "utf8");
const given = JSON.parse(readFileSync(new URL("../cases/five-seminars-fulfil-the-norm.json", import.meta.url), "utf8"));

/** Every array and object that a value holds, itself included. */
function* within(value: unknown): Generator<object> {
  if (typeof value !== "object" || value === null) return;
  yield value;
  for (const held of Object.values(value)) yield* within(held);
}

describe("decisions and the rules they share", () => {
  it("a decision shares with its rule set only what cannot be changed", () => {
    const ruleSet = parseRuleSet(text);
    const rules = compile(ruleSet);
    const ask = () => rules.decide(parseCase(given.case), { asOf: given.asOf });
    const [one, other] = [ask(), ask()];
    const shared = new Set(within(other));
    for (const held of within(one)) if (shared.has(held)) expect(Object.isFrozen(held)).toBe(true);
  });

  it("a rule set that was parsed does not change with the value that it was parsed from", () => {
    const value = JSON.parse(text);
    const ruleSet = parseRuleSet(value);
    value.forms[1].weight = 99;
    expect(ruleSet.forms[1]?.weight).toBe(2);
    expect(Object.isFrozen(ruleSet.forms[1]?.clauses)).toBe(true);
  });

  it("the trace of a measure names every activity, whatever its id", () => {
    const ids = ["__proto__", "10", "9", "constructor", "a"];
    const activities = given.case.activities.map((activity: object, at: number) => ({ ...activity, id: ids[at] }));
    const decision = compile(parseRuleSet(text)).decide(parseCase({ ...given.case, activities }), { asOf: given.asOf });
    const measure = decision.trace?.find(({ step }) => step === "measure");
    expect(Object.keys(measure?.facts ?? {}).sort()).toEqual([...ids].sort());
  });
});

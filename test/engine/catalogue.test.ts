import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CATALOGUE, ORDER_OF_EVALUATION } from "../../engine/facts/catalogue.ts";
import { allFacts } from "../../engine/facts/facts.ts";
import { compile, parseCase } from "../../engine/index.ts";
import { constructs, rulesOf } from "../constructs/read-constructs.ts";
import { arbitraryMatchingCase } from "../second-opinion/arbitrary-matching-case.ts";
import { arbitraryRuleSet } from "../second-opinion/arbitrary-rule-set.ts";
import { readJsonFile } from "./refusals.ts";

/** The facts of every construct, by the names that the catalogue gives them. */
function factsInUse() {
  return constructs.map(rulesOf).flatMap((ruleSet) => {
    const own = new Set((ruleSet.attributes?.activity ?? []).map(({ id }) => `activity.${id}`));
    const named = (name: string): string =>
      own.has(name) ? "activity.<id>" : name.replace(/^(consultant|decision|amount|measure)\..*/, "$1.<id>");
    return allFacts(ruleSet).map(({ name, type, stage, scope }) => ({ name: named(name), type, stage, scope }));
  });
}

describe("the catalogue of facts", () => {
  const listed = new Map(CATALOGUE.map((entry) => [entry.name, entry]));

  it("lists every fact that the engine knows, and no other, in the order of their stages", () => {
    const inUse = new Set(factsInUse().map(({ name }) => name));
    expect([...listed.keys()].sort()).toEqual([...inUse].sort());
    expect(listed.size).toBe(CATALOGUE.length);
  });

  it("gives each its type, its stage and of what it speaks", () => {
    for (const { name, type, stage, scope } of factsInUse()) {
      const entry = listed.get(name);
      expect({ name, stage: entry?.stage, scope: entry?.scope }).toEqual({ name, stage, scope });
      if (entry?.type) expect({ name, type: entry.type }).toEqual({ name, type });
    }
  });

  it("has a unit for every number, and a sentence for every fact", () => {
    for (const { type, unit, meaning } of CATALOGUE) {
      if (type) expect(unit !== null).toBe(["points", "number", "count"].includes(type));
      expect(meaning).toMatch(/^[A-Z].*\.$/);
    }
  });

  it.each(["kk", "ru", "en"])("names every standard fact in %s", (language) => {
    const wording = readJsonFile(new URL(`../../views/locales/${language}.json`, import.meta.url)) as object;
    const standard = CATALOGUE.filter(({ name }) => !name.includes("<"));
    expect(standard.filter(({ name }) => !Object.hasOwn(wording, `fact.${name}`))).toEqual([]);
  });
});

describe("the published order of evaluation", () => {
  const place = new Map(ORDER_OF_EVALUATION.flatMap(({ trace }, at) => trace.map((step) => [step, at])));

  it("is that of every trace", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(arbitraryRuleSet, arbitraryMatchingCase, (ruleSet, { theCase, asOf }) => {
        const { trace = [] } = compile(ruleSet).decide(parseCase(theCase), { asOf });
        const places = trace.map(({ step }) => place.get(step));
        expect(places).toEqual([...places].sort((a = -1, b = -1) => a - b));
        for (const { step } of trace) seen.add(step);
      }),
      { numRuns: 1500 },
    );
    expect([...place.keys()].filter((step) => !seen.has(step))).toEqual([]);
  }, 60_000);
});

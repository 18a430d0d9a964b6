import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compareWithExpectation } from "../../engine/expectation.ts";
import { compile, parseCase, parseRuleSet } from "../../engine/index.ts";

const folder = new URL("../cases/", import.meta.url);
const rules = compile(parseRuleSet(readFileSync(new URL("../../rules/2022.json", import.meta.url), "utf8")));

describe("the worked cases hold", () => {
  for (const file of readdirSync(folder)) {
    const { name, asOf, case: given, expect: expected } = JSON.parse(readFileSync(new URL(file, folder), "utf8"));
    it(name, () => {
      const decision = rules.decide(parseCase(given), { asOf });
      expect(compareWithExpectation(decision, expected)).toEqual([]);
    });
  }
});

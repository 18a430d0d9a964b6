import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { publishedRuleSetSchema } from "../../engine/published-schema.ts";

const read = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../rules/${file}`, import.meta.url), "utf8"));

describe("rules/rule-set.schema.json", () => {
  it("is what the engine's schema gives (npm run schema writes it)", () => {
    expect(read("rule-set.schema.json")).toEqual(publishedRuleSetSchema());
  });

  it("accepts the rules of 2022 in any validator, and refuses what they may not hold", () => {
    const ajv = new Ajv({ strict: false, formats: { date: true } });
    const validate = ajv.compile(read("rule-set.schema.json") as object);
    const rules = read("2022.json") as Record<string, unknown>;
    expect(validate(rules)).toBe(true);
    expect(validate({ ...rules, norm: 10 })).toBe(false);
    expect(validate({ ...rules, requirements: [] })).toBe(false);
  });
});

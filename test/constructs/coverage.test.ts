import { describe, expect, it } from "vitest";
import { factsOf } from "../../engine/facts/facts.ts";
import { OPERATORS } from "../../engine/facts/operators.ts";
import { RuleSetSchema } from "../../engine/schema/rule-set.ts";
import { constructs, rulesOf } from "./read-constructs.ts";

interface Schema {
  properties?: Record<string, Schema>;
  items?: Schema;
  enum?: string[];
}

/** What has no effect on a decision: how parts are named, cited, read and shown. */
const NOT_DECIDED_BY = ["$schema", "name", "clauses", "short", "item", "interpretations", "examples"];

/** The fields of a schema, as "forms.multipliers.by", and the words that they may have, as "limits.per=day". */
function fieldsOfSchema(schema: Schema, path = ""): string[] {
  if (schema.enum) return schema.enum.map((word) => `${path}=${word}`);
  if (schema.items) return fieldsOfSchema(schema.items, path);
  return Object.entries(schema.properties ?? {})
    .filter(([name]) => !NOT_DECIDED_BY.includes(name))
    .flatMap(([name, field]) => {
      const here = path ? `${path}.${name}` : name;
      return [here, ...fieldsOfSchema(field, here)];
    });
}

/** The fields and words of a rule set, likewise. */
function fieldsOfRules(value: unknown, path = ""): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => fieldsOfRules(one, path));
  if (typeof value === "string") return [`${path}=${value}`];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, held]) => {
    const here = path ? `${path}.${name}` : name;
    return [here, ...fieldsOfRules(held, here)];
  });
}

/** The values of every field of this name, however deep. */
function valuesOf(field: string, value: unknown): unknown[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, held]) => [...(name === field ? [held] : []), ...valuesOf(field, held)]);
}

const ruleSets = constructs.map(rulesOf);

describe("the constructs together", () => {
  it("use every field and every word of the language", () => {
    const used = new Set(ruleSets.flatMap((ruleSet) => fieldsOfRules(ruleSet)));
    expect(fieldsOfSchema(RuleSetSchema as Schema).filter((field) => !used.has(field))).toEqual([]);
  });

  it("read every fact and use every operator", () => {
    const read = new Set(ruleSets.flatMap((ruleSet) => valuesOf("fact", ruleSet)));
    const facts = ruleSets.flatMap((ruleSet) => [...factsOf(ruleSet).keys()]);
    const standard = facts.filter((name) => !/^(amount|measure|consultant|activity)\.[a-z0-9-]+$/.test(name));
    const own = facts.filter((name) => /^activity\.[a-z]+$/.test(name));
    expect([...new Set([...standard, ...own])].filter((name) => !read.has(name))).toEqual([]);
    const operators = new Set(ruleSets.flatMap((ruleSet) => valuesOf("operator", ruleSet)));
    expect(Object.keys(OPERATORS).filter((name) => !operators.has(name))).toEqual([]);
  });
});

import { RULE_SET_DEFINITIONS, RuleSetSchema } from "./schema/rule-set.ts";

type Schema = Record<string, unknown>;

/** What stands in the published schema for the formats that only the engine knows. */
const FORMATS: Readonly<Record<string, Schema>> = {
  day: { format: "date" },
  "month-day": { pattern: "^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$" },
  hundredths: { multipleOf: 0.01 },
};

function publish(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(publish);
  if (typeof schema !== "object" || schema === null) return schema;
  const published = Object.entries(schema).flatMap(([key, value]): [string, unknown][] => {
    if (key === "$id") return [];
    if (key === "$ref") return [["$ref", `#/definitions/${value}`]];
    if (key === "format") return Object.entries(FORMATS[value as string] ?? { format: value });
    return [[key, publish(value)]];
  });
  return Object.fromEntries(published);
}

/** The JSON Schema (draft 7) of a rule set, for editors and other programs; made from the schema that the engine uses. */
export function publishedRuleSetSchema(): Schema {
  const definitions = RULE_SET_DEFINITIONS.map((definition) => [definition.$id, publish(definition)]);
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Rule set",
    ...(publish(RuleSetSchema) as Schema),
    definitions: Object.fromEntries(definitions),
  };
}

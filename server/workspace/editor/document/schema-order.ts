import { RULE_SET_DEFINITIONS, RuleSetSchema } from "../../../../engine/schema/rule-set.ts";
import type { Schema } from "../fields/schema.ts";
import { type Fields, isFields } from "./fields.ts";

const NAMED = new Map((RULE_SET_DEFINITIONS as Schema[]).map((schema) => [schema.$id, schema]));

const resolved = (schema: Schema | undefined): Schema => (schema?.$ref ? NAMED.get(schema.$ref) : schema) ?? {};

function ordered(value: unknown, schema: Schema): unknown {
  if (Array.isArray(value)) return value.map((item) => ordered(item, resolved(schema.items)));
  if (!isFields(value)) return value;
  const { properties = {} } = schema;
  const known = Object.keys(properties).filter((key) => Object.hasOwn(value, key));
  const others = Object.keys(value).filter((key) => !Object.hasOwn(properties, key));
  return Object.fromEntries([...known, ...others].map((key) => [key, ordered(value[key], resolved(properties[key]))]));
}

/** The rule set with its fields in the order of the schema, and those that the schema does not know behind them. */
export const inSchemaOrder = (document: Fields): Fields => ordered(document, RuleSetSchema as Schema) as Fields;

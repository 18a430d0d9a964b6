import { RuleSetSchema } from "../../engine/schema/rule-set.ts";

/** As much of a JSON Schema as the documentation reads. */
export interface Schema {
  type?: string | string[];
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  enum?: string[];
  pattern?: string;
  format?: string;
  minimum?: number;
  exclusiveMinimum?: number;
  maximum?: number;
  minItems?: number;
  $ref?: string;
}

export interface Field {
  name: string;
  required: boolean;
  /** What may stand there, in words. */
  holds: string;
}

/** What every part has; said once for all. */
const OF_EVERY_PART = ["id", "name", "clauses"];

const FORMATS: Readonly<Record<string, string>> = {
  day: "day",
  "month-day": "day of the year (MM-DD)",
};

const REFERENCES: Readonly<Record<string, string>> = {
  Text: "text in three languages",
  Condition: "condition",
  Case: "case",
};

const either = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(", ");
const isId = ({ pattern = "" }: Schema): boolean => pattern.startsWith("^[a-z0-9]+");

function number({ type, minimum = 0, exclusiveMinimum, maximum }: Schema): string {
  const kind = type === "integer" ? "whole number" : "number";
  if (maximum === undefined) return `${kind}, ${minimum} or more`;
  const from = exclusiveMinimum === undefined ? `${minimum} to` : `above ${exclusiveMinimum}, up to`;
  return `${kind}, ${from} ${maximum}`.replace("000000", ",000,000");
}

function text({ pattern = "", format = "" }: Schema): string {
  if (pattern === "^item$") return "`item`";
  if (pattern === "^(year|cycle)$") return "`year`, `cycle`";
  if (pattern === "^(0[1-9]|1[0-2])-01$") return "first of a month (MM-01)";
  return FORMATS[format] ?? "text";
}

const WORDS: Readonly<Record<string, (schema: Schema) => string>> = {
  boolean: () => "true or false",
  integer: number,
  number,
  string: text,
  object: () => "object",
  array: ({ items = {} }) => `list: ${describe(items)}`,
};

/** What a schema lets stand in its place, in words. */
function describe(schema: Schema): string {
  if (schema.$ref !== undefined) return REFERENCES[schema.$ref] ?? schema.$ref;
  if (schema.enum) return either(schema.enum);
  if (isId(schema)) return "id";
  const types = [schema.type ?? []].flat();
  return types.map((type) => WORDS[type]?.({ ...schema, type }) ?? type).join("; or ");
}

/** The schema of the objects that stand in the place: of the list's items, or of what the object of lists holds. */
export function schemaOf(place: string): Schema {
  const field = (RuleSetSchema as Schema).properties?.[place] ?? {};
  const holder = field.description || field.items ? field : (Object.values(field.properties ?? {})[0] ?? field);
  return holder.items ?? holder;
}

/** The fields of a schema, those of the objects in it too ("rounding.to"), without those of every part. */
export function fieldsOf({ properties = {}, required = [] }: Schema, path = ""): Field[] {
  return Object.entries(properties)
    .filter(([name]) => path !== "" || !OF_EVERY_PART.includes(name))
    .flatMap(([name, schema]) => {
      const field = { name: path + name, required: required.includes(name), holds: describe(schema) };
      const inner = schema.items?.properties ? schema.items : schema;
      return [field, ...fieldsOf(inner, `${path}${name}.`)];
    });
}

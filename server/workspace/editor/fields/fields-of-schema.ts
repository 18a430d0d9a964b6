import type { Field, FieldKind, Target } from "./field.ts";
import type { Schema } from "./schema.ts";

/** What the ids in a field name: the schema says only that they are ids. */
const TARGETS: Readonly<Record<string, Target>> = {
  category: "categories",
  withoutCategory: "categories",
  categories: "categories",
  forms: "forms",
  amount: "amounts",
  of: "amounts",
  sum: "amounts",
  kinds: "absences",
};

/** The lists of names that are asked for beside the values that there are. */
const NAMES_OF_VALUES: ReadonlySet<string> = new Set(["valueNames", "kindNames"]);

const isId = ({ pattern = "" }: Schema): boolean => pattern.startsWith("^[a-z0-9]+");

/** The words that a text may be beside an object: `^(year|cycle)$`. */
const wordsOf = (pattern = ""): string[] => pattern.replace(/^\^\(?|\)?\$$/g, "").split("|");

type Make = (schema: Schema, key: string, path: string) => FieldKind;

const ofText: Make = ({ pattern, format, ...schema }, key) => {
  if (format === "day" || format === "month-day") return { kind: format };
  if (pattern?.endsWith("-01$")) return { kind: "month" };
  if (key === "fact") return { kind: "fact" };
  const to = TARGETS[key];
  return to && isId({ ...schema, pattern: pattern ?? "" }) ? { kind: "reference", to } : { kind: "text" };
};

const ofList: Make = ({ items = {} }, key, path) => {
  if (key === "clauses") return { kind: "clauses" };
  if (items.properties) {
    return { kind: NAMES_OF_VALUES.has(key) ? "value-names" : "rows", fields: fieldsOf(items, path) };
  }
  const to = TARGETS[key];
  if (to && isId(items)) return { kind: "references", to, mayRepeat: key === "sum" };
  if (items.pattern) return { kind: "parts" };
  return { kind: "lines", of: items.format === "day" ? "day" : "text" };
};

const ofSeveralTypes: Make = ({ type = [], pattern, properties, required }, _key, path) => {
  if (!properties) return { kind: "default" };
  const hasNumber = type.includes("number") || type.includes("integer");
  const fields = fieldsOf({ properties, ...(required ? { required } : {}) }, path);
  return { kind: "union", words: type.includes("string") ? wordsOf(pattern) : [], hasNumber, fields };
};

const OF_TYPE: Readonly<Record<string, Make>> = {
  string: ofText,
  number: () => ({ kind: "number" }),
  integer: () => ({ kind: "number" }),
  boolean: () => ({ kind: "yes-no" }),
  array: ofList,
  object: (schema, _key, path) => ({ kind: "group", fields: fieldsOf(schema, path) }),
};

const REFERRED: Readonly<Record<string, Make>> = {
  Text: (_schema, key) => ({ kind: "texts", long: key === "text" }),
  Condition: () => ({ kind: "condition" }),
};

function kindOf(schema: Schema, key: string, path: string): FieldKind {
  const { $ref, type = "object" } = schema;
  if (schema.enum) return { kind: "choice", words: schema.enum };
  const make = $ref ? REFERRED[$ref] : Array.isArray(type) ? ofSeveralTypes : OF_TYPE[type];
  if (!make) throw new Error(`the editor has no input for "${path}" (${$ref ?? type})`);
  return make(schema, key, path);
}

/** The fields of an object's schema but for its id, in their order; those of alternatives name their variant. */
export function fieldsOf({ properties = {}, required = [], oneOf = [] }: Schema, within = ""): Field[] {
  const variants = oneOf.map((one) => one.required ?? []);
  return Object.entries(properties)
    .filter(([key]) => key !== "id")
    .map(([key, schema]): Field => {
      const path = within === "" ? key : `${within}.${key}`;
      const variant = variants.find((keys) => keys.includes(key))?.[0] ?? null;
      return { ...kindOf(schema, key, path), key, path, required: required.includes(key), variant };
    });
}

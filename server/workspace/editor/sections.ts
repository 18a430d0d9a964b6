import { RuleSetSchema } from "../../../engine/schema/rule-set.ts";
import type { Field } from "./fields/field.ts";
import { fieldsOf } from "./fields/fields-of-schema.ts";
import type { Schema } from "./fields/schema.ts";

/**
 * What a section is: some fields of the rule set itself, the one part of its name, one that may be left out, a list of
 * parts with ids, or parts that are always there under fixed names.
 */
export type SectionShape = "fields" | "one" | "optional" | "list" | "fixed";

/** A section of the editor. */
export interface Section {
  /** What it is called in addresses and in the wording: `editor.section.<id>`. */
  id: string;
  /** Under which heading it stands in the table of contents. */
  group: string;
  shape: SectionShape;
  /** Whether every rule set has it, be it an empty list. */
  needed: boolean;
  /** The JSON Pointer of what it holds. */
  pointer: string;
  /** The fields of each of its parts. */
  fields: readonly Field[];
  /** The schema of each of its parts. */
  partSchema: Schema;
}

const ROOT = RuleSetSchema as Schema;

/** What nobody enters: the year and revision are stamped by the procedure. */
const OF_THE_RULE_SET = ["regime", "name"];

const schemaAt = (pointer: string): Schema =>
  pointer
    .split("/")
    .slice(1)
    .reduce<Schema>((schema, key) => schema.properties?.[key] as Schema, ROOT);

const pick = (schema: Schema, keys: readonly string[]): Schema => ({
  required: keys.filter((key) => schema.required?.includes(key)),
  properties: Object.fromEntries(keys.map((key) => [key, schema.properties?.[key] as Schema])),
});

const isNeeded = (pointer: string): boolean => ROOT.required?.includes(pointer.slice(1)) ?? false;

function shapeOf(pointer: string, schema: Schema): SectionShape {
  if (pointer === "") return "fields";
  if (schema.type === "array") return "list";
  if (pointer === "/deadlines") return "fixed";
  return isNeeded(pointer) ? "one" : "optional";
}

function partSchema(shape: SectionShape, schema: Schema): Schema {
  if (shape === "list") return schema.items as Schema;
  return shape === "fixed" ? (Object.values(schema.properties ?? {})[0] as Schema) : schema;
}

function section(group: string, id: string, pointer: string): Section {
  const schema = pointer === "" ? pick(ROOT, OF_THE_RULE_SET) : schemaAt(pointer);
  const shape = shapeOf(pointer, schema);
  const ofPart = partSchema(shape, schema);
  return { id, group, shape, needed: isNeeded(pointer), pointer, fields: fieldsOf(ofPart), partSchema: ofPart };
}

/** The sections in the order of the table of contents. Examples have a page of their own. */
export const SECTIONS: readonly Section[] = [
  section("about", "about", ""),
  section("duty", "membership", "/membership"),
  section("duty", "period", "/period"),
  section("duty", "cycle", "/cycle"),
  section("duty", "amounts", "/amounts"),
  section("duty", "measures", "/measures"),
  section("duty", "requirements", "/requirements"),
  section("credits", "forms", "/forms"),
  section("credits", "unlisted", "/unlisted"),
  section("credits", "evidence", "/evidence"),
  section("limits", "limits", "/limits"),
  section("limits", "assignments", "/assignments"),
  section("limits", "carry-over", "/carryOver"),
  section("exemptions", "absences", "/absences"),
  section("exemptions", "exemptions", "/exemptions"),
  section("report", "deadlines", "/deadlines"),
  section("report", "calendar", "/calendar"),
  section("report", "retention", "/retention"),
  section("report", "sampling", "/sampling"),
  section("sanctions", "sanctions", "/sanctions"),
  section("terms", "categories", "/categories"),
  section("terms", "consultant-attributes", "/attributes/consultant"),
  section("terms", "activity-attributes", "/attributes/activity"),
  section("terms", "decisions", "/decisions"),
  section("readings", "interpretations", "/interpretations"),
];

const BY_ID: ReadonlyMap<string, Section> = new Map(SECTIONS.map((one) => [one.id, one]));

/** The section of that name in addresses; null where there is none. */
export const sectionNamed = (id: string): Section | null => BY_ID.get(id) ?? null;

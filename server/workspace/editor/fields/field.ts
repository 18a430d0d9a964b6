/** A list of parts that a field may name, by the field of the rule set that holds it. */
export type Target = "forms" | "categories" | "amounts" | "absences";

/** How a value is entered, and what it holds. */
export type FieldKind =
  | { kind: "text" }
  | { kind: "texts"; long: boolean }
  | { kind: "number" }
  | { kind: "choice"; words: readonly string[] }
  | { kind: "yes-no" }
  | { kind: "day" }
  | { kind: "month-day" }
  | { kind: "month" }
  | { kind: "lines"; of: "text" | "day" }
  | { kind: "clauses" }
  | { kind: "reference"; to: Target }
  | { kind: "references"; to: Target; mayRepeat: boolean }
  | { kind: "parts" }
  | { kind: "fact" }
  | { kind: "default" }
  | { kind: "condition" }
  | { kind: "rows"; fields: readonly Field[] }
  | { kind: "value-names"; fields: readonly Field[] }
  | { kind: "group"; fields: readonly Field[] }
  | { kind: "union"; words: readonly string[]; hasNumber: boolean; fields: readonly Field[] };

/** A field of a part, as the schema of the rule set says it. */
export type Field = FieldKind & {
  /** Its name in the JSON. */
  key: string;
  /** The names that lead to it from the part: `per.fact`. */
  path: string;
  required: boolean;
  /** The variant of the object that it belongs to, named after the variant's first field; null for all variants. */
  variant: string | null;
};

/** A field of one kind. */
export type FieldOf<Kind extends FieldKind["kind"]> = Extract<Field, { kind: Kind }>;

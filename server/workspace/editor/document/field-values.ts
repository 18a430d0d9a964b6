import type { Field } from "../fields/field.ts";
import { asFields, asList, type Fields, isFields } from "./fields.ts";

/** What a part holds in one of its fields, however deep, and its JSON Pointer from the part. */
export interface FieldValue {
  field: Field;
  value: unknown;
  pointer: string;
}

function* within({ field, value, pointer }: FieldValue): Generator<FieldValue> {
  if (field.kind === "rows" || field.kind === "value-names") {
    for (const [at, row] of asList(value).entries())
      yield* fieldValues(field.fields, asFields(row), `${pointer}/${at}`);
  }
  if ((field.kind === "group" || field.kind === "union") && isFields(value)) {
    yield* fieldValues(field.fields, value, pointer);
  }
}

/** Everything that a part holds in its fields, outermost first. */
export function* fieldValues(fields: readonly Field[], part: Fields, base = ""): Generator<FieldValue> {
  for (const field of fields) {
    if (!Object.hasOwn(part, field.key)) continue;
    const found = { field, value: part[field.key], pointer: `${base}/${field.key}` };
    yield found;
    yield* within(found);
  }
}

interface Schema {
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  properties?: Record<string, Schema>;
  items?: Schema;
  required?: string[];
  $ref?: string;
}

/** A field of a schema, as a row of a table. */
export interface SchemaField {
  path: string;
  type: string;
  required: boolean;
  values: string;
}

function typeOf({ type, format, $ref, items }: Schema): string {
  if ($ref) return $ref.split("/").at(-1) ?? "";
  const name = [type ?? "any"].flat().join(" | ");
  const ofItems = items ? ` of ${typeOf(items)}` : "";
  return `${name}${ofItems}${format ? ` (${format})` : ""}`;
}

/** The fields of a schema with those inside them, each by its path. */
export function schemaFields(schema: unknown, prefix = ""): SchemaField[] {
  const { properties = {}, required = [] } = schema as Schema;
  return Object.entries(properties).flatMap(([name, field]) => {
    const path = prefix + name;
    const row = {
      path,
      type: typeOf(field),
      required: required.includes(name),
      values: (field.enum ?? []).map(String).join(", "),
    };
    const inside = field.items ? schemaFields(field.items, `${path}[].`) : schemaFields(field, `${path}.`);
    return [row, ...inside];
  });
}

import type { Text } from "../../../engine/index.ts";
import { unescaped } from "../../report-check/held-fields.ts";
import type { FieldKind, ReportField } from "../../report-check/report-fields.ts";
import type { CsvColumn } from "./csv-columns.ts";

const READ_AS: Readonly<Partial<Record<FieldKind, CsvColumn["kind"]>>> = {
  number: "number",
  day: "day",
  "yes-no": "yes-no",
};

const EXAMPLES: Readonly<Partial<Record<FieldKind, string>>> = { number: "2", day: "2024-05-12", "yes-no": "yes" };

const idOf = ({ path }: ReportField): string => unescaped(path.slice(path.indexOf("/") + 1));

/** The column of an attribute, under the name that conditions know it by: `activity.hours`. */
export function attributeColumn(of: CsvColumn["of"], whose: string, field: ReportField): CsvColumn {
  const id = idOf(field);
  return {
    name: `${whose}.${id}`,
    of,
    path: of === "case" ? ["consultant", "attributes", id] : ["attributes", id],
    kind: READ_AS[field.kind] ?? "text",
    example: field.declared?.values?.[0] ?? EXAMPLES[field.kind] ?? "",
    declared: field,
  };
}

/** The column with the day of a dated decision: `decision.relief`. */
export const decisionColumn = ({ id, name }: { id: string; name: Text }): CsvColumn => ({
  name: `decision.${id}`,
  of: "case",
  path: ["decisions", id],
  kind: "day",
  example: "",
  declared: { path: id, id: "decided-on", kind: "day", declared: { name } },
});

/** The column of the documents of a kind: `evidence.certificate`. */
export function documentColumn(field: ReportField): CsvColumn {
  const documents = idOf(field);
  return {
    name: `evidence.${documents.toLowerCase()}`,
    of: "activity",
    path: ["evidence"],
    kind: "documents",
    example: "",
    declared: field,
    documents,
  };
}

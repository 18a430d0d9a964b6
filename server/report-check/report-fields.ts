import type { RowKind } from "./typed-report.ts";

/** What a field takes: it decides how the field looks and how what is typed is read. */
export type FieldKind = "text" | "long-text" | "day" | "number" | "year" | "choice";

/** A field of the form. Its wording has the keys `field.<id>` and `field.<id>.hint`. */
export interface ReportField {
  /** Its JSON Pointer in the case, or in the row. */
  path: string;
  id: string;
  kind: FieldKind;
  hint?: boolean;
}

export const REPORT_FIELDS: readonly ReportField[] = [
  { path: "/reportingYear", id: "reporting-year", kind: "year" },
  { path: "/asOf", id: "as-of", kind: "day", hint: true },
  { path: "/consultant/memberSince", id: "member-since", kind: "day", hint: true },
  { path: "/consultant/memberUntil", id: "member-until", kind: "day", hint: true },
  { path: "/report/submittedOn", id: "submitted-on", kind: "day", hint: true },
  { path: "/report/claimedTotal", id: "claimed-total", kind: "number" },
];

export const ROW_FIELDS: Readonly<Record<RowKind, readonly ReportField[]>> = {
  activities: [
    { path: "form", id: "form", kind: "choice" },
    { path: "title", id: "title", kind: "text" },
    { path: "organizer", id: "organizer", kind: "text" },
    { path: "from", id: "from", kind: "day" },
    { path: "to", id: "to", kind: "day", hint: true },
    { path: "evidence", id: "evidence", kind: "text", hint: true },
    { path: "claimedPoints", id: "claimed-points", kind: "number" },
    { path: "formName", id: "form-name", kind: "text" },
    { path: "justification", id: "justification", kind: "long-text" },
    { path: "recognition/points", id: "recognition-points", kind: "number" },
    { path: "recognition/decidedOn", id: "recognition-decided-on", kind: "day" },
    { path: "recognition/reference", id: "recognition-reference", kind: "text" },
    { path: "makeUpFor", id: "make-up-for", kind: "year", hint: true },
    { path: "units", id: "units", kind: "number", hint: true },
  ],
  absences: [
    { path: "kind", id: "absence-kind", kind: "choice" },
    { path: "ground", id: "absence-ground", kind: "choice" },
    { path: "from", id: "absence-from", kind: "day" },
    { path: "to", id: "absence-to", kind: "day", hint: true },
  ],
  sanctions: [
    { path: "sanction", id: "sanction", kind: "choice" },
    { path: "imposedOn", id: "imposed-on", kind: "day" },
  ],
};

/** Every field of a form with so many rows, each by its full name. */
export function fieldNames(rows: Readonly<Record<RowKind, number>>): Map<string, ReportField> {
  const names = new Map(REPORT_FIELDS.map((field) => [field.path, field]));
  for (const [kind, count] of Object.entries(rows) as [RowKind, number][]) {
    for (let at = 0; at < count; at++) {
      for (const field of ROW_FIELDS[kind]) names.set(`/${kind}/${at}/${field.path}`, field);
    }
  }
  return names;
}

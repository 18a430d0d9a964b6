import type { FieldView } from "../report-check/field-view.ts";

type Given = Pick<FieldView, "id" | "label"> & Partial<FieldView>;

/** A field that stands by itself, ready to be shown: named like its id, with its hint and error. */
export function plainField(given: Given): FieldView {
  const { id, hint = null, error = null } = given;
  const described = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean);
  const blank = { name: id, value: "", focused: false, numeric: false, kind: "text", choices: [] };
  return { ...blank, ...given, hint, error, describedBy: described.join(" ") || null };
}

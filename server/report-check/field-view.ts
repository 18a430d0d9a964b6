import type { Language } from "../../engine/index.ts";
import type { PublishedRules } from "../published-rules.ts";
import { type Choice, fieldChoices, isChoice } from "./field-choices.ts";
import { type FieldError, fieldId, labelOf } from "./field-errors.ts";
import { fieldHint } from "./field-hint.ts";
import { heldFields } from "./held-fields.ts";
import type { ReportField } from "./report-fields.ts";
import type { TypedReport } from "./typed-report.ts";

/** A field, ready to be shown. */
export interface FieldView {
  id: string;
  name: string;
  label: string;
  hint: string | null;
  value: string;
  error: string | null;
  describedBy: string | null;
  focused: boolean;
  numeric: boolean;
  kind: string;
  choices: Choice[];
}

/** What the form shows: what was typed, in which language, by which rules, what is wrong, and where the reader goes on. */
export interface FormState {
  language: Language;
  typed: TypedReport;
  rules: PublishedRules | null;
  errors: readonly FieldError[];
  /** What takes the focus: the name of a field, or the value of the button that adds a row. */
  focus: string | null;
}

/** The fields that take the whole width: their style is named after them. */
const WIDE_FIELDS = new Set(["form", "evidence"]);

/** How a field looks: what the rules declare has names of any length, and so has the width of a phone. */
function styleOf({ path, kind, declared }: ReportField): string {
  if (WIDE_FIELDS.has(path)) return path;
  return declared && (kind === "number" || kind === "day") ? "declared" : kind;
}

function fieldView(state: FormState, field: ReportField, name: string): FieldView {
  const { kind } = field;
  const value = state.typed.fields.get(name) ?? "";
  const elementId = fieldId(name);
  const hint = fieldHint(state.language, field);
  const error = state.errors.find((found) => found.name === name)?.message ?? null;
  const described = [hint ? `${elementId}-hint` : null, error ? `${elementId}-error` : null].filter(Boolean);
  return {
    id: elementId,
    name,
    label: labelOf(state.language, field),
    hint,
    value,
    error,
    describedBy: described.join(" ") || null,
    focused: name === state.focus,
    numeric: kind === "day" || kind === "year",
    kind: styleOf(field),
    choices: isChoice(field) ? fieldChoices(state.language, state.rules, field, value) : [],
  };
}

/** The fields of a place in the form: those that the rules ask for there, and what it holds beside them. */
export function fieldsAt(state: FormState, fields: readonly ReportField[], prefix: string): [ReportField, FieldView][] {
  const names = new Map(fields.map((field) => [`${prefix}${field.path}`, field]));
  for (const [name, field] of heldFields(state.rules?.ruleSet ?? null, state.typed)) {
    if (name.startsWith(prefix || "/consultant/") && !names.has(name)) names.set(name, field);
  }
  return [...names].map(([name, field]) => [field, fieldView(state, field, name)]);
}

/** The views of the fields with one of these ids. */
export const ofId = (fields: readonly [ReportField, FieldView][], ...ids: string[]): FieldView[] =>
  fields.filter(([{ id }]) => ids.includes(id)).map(([, view]) => view);

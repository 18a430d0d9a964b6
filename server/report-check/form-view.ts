import type { Language } from "../../engine/index.ts";
import { messages } from "../language/messages.ts";
import type { PublishedRules } from "../published-rules.ts";
import { UNLISTED } from "./case-of-report.ts";
import { type Choice, fieldChoices } from "./field-choices.ts";
import { type FieldError, fieldId } from "./field-errors.ts";
import { REPORT_FIELDS, type ReportField, ROW_FIELDS } from "./report-fields.ts";
import type { RowKind, TypedReport } from "./typed-report.ts";

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

export interface RowView {
  number: number;
  heading: string;
  remove: string;
  removeLabel: string;
  /** The name and the id of an activity that came with one; null in a new row. */
  id: { name: string; value: string } | null;
  /** Whether the rarely needed fields hold something. */
  open: boolean;
  fields: Record<string, FieldView>;
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

/** Stands for the number of a row in the templates from which the script makes new rows. */
const NEW_ROW = "NEW";

/** The fields that take the whole width: their style is named after them. */
const WIDE_FIELDS = new Set(["form", "evidence"]);

const RARE_FIELDS: Readonly<Record<RowKind, readonly string[]>> = {
  activities: [
    "formName",
    "justification",
    "recognition/points",
    "recognition/decidedOn",
    "recognition/reference",
    "makeUpFor",
    "units",
  ],
  absences: [],
  sanctions: [],
};

function fieldView(state: FormState, { path, id, kind, hint }: ReportField, name: string): FieldView {
  const say = messages(state.language);
  const value = state.typed.fields.get(name) ?? "";
  const elementId = fieldId(name);
  const error = state.errors.find((found) => found.name === name)?.message ?? null;
  const described = [hint ? `${elementId}-hint` : null, error ? `${elementId}-error` : null].filter(Boolean);
  return {
    id: elementId,
    name,
    label: say(`field.${id}`),
    hint: hint ? say(`field.${id}.hint`) : null,
    value,
    error,
    describedBy: described.join(" ") || null,
    focused: name === state.focus,
    numeric: kind === "day" || kind === "year",
    kind: WIDE_FIELDS.has(path) ? path : kind,
    choices: kind === "choice" ? fieldChoices(state.language, state.rules, id, value) : [],
  };
}

function rowView(state: FormState, kind: RowKind, at: number | typeof NEW_ROW): RowView {
  const say = messages(state.language);
  const nameOf = (path: string): string => `/${kind}/${at}/${path}`;
  const number = at === NEW_ROW ? 0 : at + 1;
  const fields = ROW_FIELDS[kind].map((field) => [field.path, fieldView(state, field, nameOf(field.path))]);
  const isUsed = (path: string): boolean =>
    Boolean(state.typed.fields.get(nameOf(path))) || state.errors.some(({ name }) => name === nameOf(path));
  const id = state.typed.fields.get(nameOf("id"));
  return {
    number,
    id: id === undefined ? null : { name: nameOf("id"), value: id },
    heading: say(`row.${kind}`, { number }),
    remove: `remove-${kind}-${at}`,
    removeLabel: say(`row.${kind}.remove`, { number }),
    open: RARE_FIELDS[kind].some(isUsed) || state.typed.fields.get(nameOf("form")) === UNLISTED,
    fields: Object.fromEntries(fields) as Record<string, FieldView>,
  };
}

function rowsView(state: FormState, kind: RowKind) {
  const count = state.typed.rows[kind];
  return {
    kind,
    addFocused: state.focus === `add-${kind}`,
    rows: Array.from({ length: count }, (_, at) => rowView(state, kind, at)),
    template: [rowView({ ...state, errors: [], focus: null }, kind, NEW_ROW)],
  };
}

/** Builds the form from what was typed. */
export function formView(state: FormState) {
  const fields = REPORT_FIELDS.map((field) => [field.path.slice(1), fieldView(state, field, field.path)]);
  const { typed, errors } = state;
  const isUsed = (name: string): boolean =>
    Boolean(typed.fields.get(name)) || errors.some((found) => found.name === name);
  return {
    fields: Object.fromEntries(fields) as Record<string, FieldView>,
    activities: rowsView(state, "activities"),
    absences: rowsView(state, "absences"),
    sanctions: rowsView(state, "sanctions"),
    rareOpen:
      state.focus === "add-absences" ||
      state.focus === "add-sanctions" ||
      typed.rows.absences > 0 ||
      typed.rows.sanctions > 0 ||
      isUsed("/consultant/memberUntil"),
    errors,
  };
}

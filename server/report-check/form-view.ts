import type { Language } from "../../engine/index.ts";
import { messages } from "../language/messages.ts";
import { looksAtEarlierYears } from "../looking-back.ts";
import type { PublishedRules } from "../published-rules.ts";
import { askedFor, asksForDecisions, asksForUnits } from "./asked-for.ts";
import { UNLISTED } from "./case-of-report.ts";
import { type Choice, fieldChoices, isChoice } from "./field-choices.ts";
import { type FieldError, fieldId, labelOf } from "./field-errors.ts";
import { fieldHint } from "./field-hint.ts";
import { heldFields } from "./held-fields.ts";
import { type ReportField, reportFields, rowFields } from "./report-fields.ts";
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
  /** The fields that the rule set declares: what it asks of the row, and its kinds of documents. */
  declared: FieldView[];
  documents: FieldView[];
  /** Whether the number of units is asked for with the rest. */
  unitsAsked: boolean;
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

const RARE_FIELDS: Readonly<Partial<Record<RowKind, readonly string[]>>> = {
  activities: [
    "formName",
    "justification",
    "recognition/points",
    "recognition/decidedOn",
    "recognition/reference",
    "makeUpFor",
    "units",
  ],
};

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
function fieldsAt(state: FormState, fields: readonly ReportField[], prefix: string): [ReportField, FieldView][] {
  const names = new Map(fields.map((field) => [`${prefix}${field.path}`, field]));
  for (const [name, field] of heldFields(state.rules?.ruleSet ?? null, state.typed)) {
    if (name.startsWith(prefix || "/consultant/") && !names.has(name)) names.set(name, field);
  }
  return [...names].map(([name, field]) => [field, fieldView(state, field, name)]);
}

const ofId = (fields: readonly [ReportField, FieldView][], ...ids: string[]): FieldView[] =>
  fields.filter(([{ id }]) => ids.includes(id)).map(([, view]) => view);

const byPath = (fields: readonly [ReportField, FieldView][]): Record<string, FieldView> =>
  Object.fromEntries(fields.map(([{ path }, view]) => [path, view]));

function rowView(state: FormState, kind: RowKind, at: number | typeof NEW_ROW): RowView {
  const say = messages(state.language);
  const ruleSet = state.rules?.ruleSet ?? null;
  const nameOf = (path: string): string => `/${kind}/${at}/${path}`;
  const number = at === NEW_ROW ? 0 : at + 1;
  const fields = fieldsAt(state, rowFields(ruleSet, kind), nameOf(""));
  const unitsAsked = ruleSet !== null && asksForUnits(ruleSet);
  const isUsed = (path: string): boolean =>
    Boolean(state.typed.fields.get(nameOf(path))) || state.errors.some(({ name }) => name === nameOf(path));
  const id = state.typed.fields.get(nameOf("id"));
  return {
    number,
    id: id === undefined ? null : { name: nameOf("id"), value: id },
    heading: say(`row.${kind}`, { number }),
    remove: `remove-${kind}-${at}`,
    removeLabel: say(`row.${kind}.remove`, { number }),
    open:
      (RARE_FIELDS[kind] ?? []).some((path) => isUsed(path) && !(unitsAsked && path === "units")) ||
      state.typed.fields.get(nameOf("form")) === UNLISTED,
    fields: byPath(fields),
    declared: ofId(fields, "attribute", "earlier-carried-out", "earlier-measure"),
    documents: ofId(fields, "evidence-kind"),
    unitsAsked,
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

/** The kinds of rows that stand among what is rarely needed. */
const RARE_ROWS = ["absences", "sanctions", "decisions"] as const;

/** Rows that the rules ask for, or that are there all the same; null where neither is so. */
const rowsIf = (state: FormState, kind: RowKind, isAsked: boolean) =>
  isAsked || state.typed.rows[kind] > 0 ? rowsView(state, kind) : null;

/** Builds the form from what was typed. */
export function formView(state: FormState) {
  const { typed, errors, focus } = state;
  const ruleSet = state.rules?.ruleSet ?? null;
  const fields = fieldsAt(state, reportFields(ruleSet), "");
  const isUsed = (name: string): boolean =>
    Boolean(typed.fields.get(name)) || errors.some((found) => found.name === name);
  return {
    fields: Object.fromEntries(fields.map(([{ path }, view]) => [path.slice(1), view])) as Record<string, FieldView>,
    consultant: ofId(fields, "attribute"),
    activities: rowsView(state, "activities"),
    absences: rowsView(state, "absences"),
    sanctions: rowsView(state, "sanctions"),
    decisions: rowsIf(state, "decisions", ruleSet !== null && asksForDecisions(ruleSet)),
    history: rowsIf(state, "history", ruleSet !== null && looksAtEarlierYears(ruleSet)),
    rareOpen:
      RARE_ROWS.some((kind) => focus === `add-${kind}` || typed.rows[kind] > 0) || isUsed("/consultant/memberUntil"),
    asked: askedFor(ruleSet),
    errors,
  };
}

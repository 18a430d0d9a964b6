import { messages } from "../language/messages.ts";
import { asksForUnits } from "./asked-for.ts";
import { UNLISTED } from "./case-of-report.ts";
import { type FieldView, type FormState, fieldsAt, ofId } from "./field-view.ts";
import { type ReportField, rowFields } from "./report-fields.ts";
import type { RowKind } from "./typed-report.ts";

/** A row of the form, ready to be shown. */
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

/** Stands for the number of a row in the templates from which the script makes new rows. */
const NEW_ROW = "NEW";

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

/** The rows of a kind, and the one from which the script makes new rows. */
export function rowsView(state: FormState, kind: RowKind) {
  const count = state.typed.rows[kind];
  return {
    kind,
    addFocused: state.focus === `add-${kind}`,
    rows: Array.from({ length: count }, (_, at) => rowView(state, kind, at)),
    template: [rowView({ ...state, errors: [], focus: null }, kind, NEW_ROW)],
  };
}

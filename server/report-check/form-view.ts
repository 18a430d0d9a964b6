import { looksAtEarlierYears } from "../recording/looks-back.ts";
import { askedFor, asksForDecisions } from "./asked-for.ts";
import { type FieldView, type FormState, fieldsAt, ofId } from "./field-view.ts";
import { reportFields } from "./report-fields.ts";
import { rowsView } from "./rows-view.ts";
import type { RowKind } from "./typed-report.ts";

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

import type { Choice, ChoiceGroup } from "./choice.ts";

/** What every field shows: its place in the form and in the rule set, what it is called, and what is wrong with it. */
export interface FieldFrame {
  /** The template that shows it, by its name in `INPUTS`. */
  template: string;
  id: string;
  name: string;
  /** Its JSON Pointer from the part: where its problems are found. */
  pointer: string;
  label: string;
  hint: string | null;
  error: string | null;
}

/** A button that shows the form anew: with what was chosen, or with one row more or less. */
export interface ButtonView {
  value: string;
  label: string;
  /** Where the reader goes on. */
  at: string;
}

export type FieldView = FieldFrame &
  (
    | { template: "input"; value: string; numeric: boolean; width: "short" | "long" }
    | { template: "lines"; value: string; rows: number }
    | {
        template: "clauses";
        chosen: (Choice & { id: string; isUnknown: boolean })[];
        groups: ChoiceGroup[];
        choiceId: string;
        otherId: string;
        show: ButtonView;
      }
    | {
        template: "texts";
        long: boolean;
        texts: { id: string; name: string; language: string; label: string; value: string }[];
      }
    | { template: "select"; groups: ChoiceGroup[]; show: ButtonView | null }
    | { template: "selects"; selects: { id: string; choices: Choice[] }[]; more: ButtonView }
    | { template: "checks"; checks: (Choice & { id: string })[] }
    | {
        template: "month-day";
        day: { id: string; name: string; value: string };
        month: { id: string; name: string; choices: Choice[] };
      }
    | { template: "group"; switched: { name: string; on: boolean; show: ButtonView } | null; fields: FieldView[] }
    | {
        template: "union";
        kind: { id: string; name: string; choices: Choice[] };
        show: ButtonView;
        fields: FieldView[];
      }
    | { template: "rows"; count: { name: string; value: number }; rows: RowView[]; add: ButtonView }
    | {
        template: "value-names";
        count: { name: string; value: number };
        named: NamedValueView[];
        none: string | null;
        show: ButtonView | null;
      }
    | { template: "condition"; node: NodeView | null; says: string | null; add: ButtonView[]; clear: ButtonView | null }
  );

export interface RowView {
  id: string;
  heading: string;
  fields: FieldView[];
  buttons: ButtonView[];
}

/** A value that an attribute may have, which is not typed here, and the texts that name it. */
export interface NamedValueView {
  name: string;
  value: string;
  texts: FieldView;
}

/** A group of a condition, or one of its comparisons. */
export interface NodeView {
  id: string;
  name: string;
  isGroup: boolean;
  pointer: string;
  error: string | null;
  /** How the branches of a group go together. */
  kind: { id: string; name: string; label: string; choices: Choice[] } | null;
  count: { name: string; value: number } | null;
  branches: NodeView[];
  /** The fields of a comparison. */
  fields: FieldView[];
  buttons: ButtonView[];
  remove: ButtonView | null;
}

/** The id of a field in the page: its name in the form with hyphens. */
export const fieldId = (name: string): string => `f${name.replace(/[/:]/g, "-")}`;

export const button = (label: string, value: string, name: string): ButtonView => ({ label, value, at: fieldId(name) });

/** Of a select without headings. */
export const ungrouped = (choices: Choice[]): ChoiceGroup[] => [{ label: "", choices }];

/** The partials that show fields, by the names of their templates. */
export const INPUTS: Readonly<Record<FieldView["template"], string>> = {
  input: "workspace/fields/input",
  lines: "workspace/fields/lines",
  clauses: "workspace/fields/clauses",
  texts: "workspace/fields/texts",
  select: "workspace/fields/select",
  checks: "workspace/fields/checks",
  selects: "workspace/fields/selects",
  "month-day": "workspace/fields/month-day",
  group: "workspace/fields/group",
  union: "workspace/fields/union",
  rows: "workspace/fields/rows",
  "value-names": "workspace/fields/value-names",
  condition: "workspace/fields/condition",
};

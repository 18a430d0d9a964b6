import type { Fields } from "../document/fields.ts";
import type { FieldKind, FieldOf } from "../fields/field.ts";
import { type Choice, withKept } from "./choice.ts";
import type { Editing } from "./editing.ts";
import { type ButtonView, button, type FieldFrame, type FieldView, ungrouped } from "./field-view.ts";
import { writeValue } from "./write-value.ts";

/** What every field shows, as yet without its input. */
export type Frame = Omit<FieldFrame, "template">;

/** Shows a value in the input of its kind. */
export type Show<Kind extends FieldKind["kind"]> = (
  editing: Editing,
  value: unknown,
  frame: Frame,
  field: FieldOf<Kind>,
  within: Fields,
) => FieldView;

/** A text as it is kept. */
export const raw = (value: unknown): string => (typeof value === "string" ? value : writeValue("en", value));

/** A field to type into. */
export const input = (frame: Frame, value: string, numeric: boolean): FieldView => ({
  ...frame,
  template: "input",
  value,
  numeric,
  width: numeric ? "short" : "long",
});

/** A choice of one; what is kept although it is no choice stays one. */
export const select = (frame: Frame, choices: Choice[], kept: unknown): FieldView => ({
  ...frame,
  template: "select",
  groups: ungrouped(withKept(choices, kept)),
  show: null,
});

/** The button that shows what a choice brings with it. */
export const showButton = ({ voice: { say } }: Editing, name: string): ButtonView =>
  button(say("editor.show"), "show", name);

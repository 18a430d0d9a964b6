import { asFields, asList, type Fields, isFields } from "../document/fields.ts";
import type { Field, FieldKind, FieldOf } from "../fields/field.ts";
import { choiceOf } from "./choice.ts";
import type { Editing } from "./editing.ts";
import { factChoices } from "./fact-choices.ts";
import { namableFacts } from "./facts-here.ts";
import { button, type FieldView, fieldId, type RowView, ungrouped } from "./field-view.ts";
import { type Frame, input, raw, type Show, select, showButton } from "./inputs.ts";
import { governable, partChoices } from "./part-choices.ts";
import { showClauses } from "./show-clauses.ts";
import { showCondition } from "./show-condition.ts";
import { severalOf } from "./show-constant.ts";
import { fallback, month, monthDay, repeatable, texts } from "./show-simple.ts";
import { valueNames } from "./show-value-names.ts";
import { wordingOf, wordOf } from "./wording.ts";
import { writeValue } from "./write-value.ts";

function union(editing: Editing, value: unknown, frame: Frame, field: FieldOf<"union">): FieldView {
  const { language, voice } = editing;
  const { words, hasNumber, fields, key } = field;
  const isObject = isFields(value);
  const isWord = words.includes(String(value));
  const chosen = isObject ? "object" : isWord ? value : value === undefined ? "" : "number";
  const kinds = [...words, ...(hasNumber ? ["number"] : []), "object"];
  const choices = kinds.map((kind) => choiceOf(kind, wordOf(language, key, kind), chosen));
  const number = { ...frame, id: fieldId(`${frame.name}/number`), label: voice.say("editor.field.number"), hint: null };
  const inner = isObject
    ? showFields(editing, fields, value, frame)
    : chosen === "number"
      ? [input(number, writeValue(language, value), true)]
      : [];
  const kind = { id: frame.id, name: `${frame.name}:kind`, choices };
  return { ...frame, template: "union", kind, show: showButton(editing, frame.name), fields: inner };
}

function rowView(editing: Editing, frame: Frame, field: FieldOf<"rows">, row: unknown, at: number): RowView {
  const { say } = editing.voice;
  const name = `${frame.name}/${at}`;
  const place = { name, pointer: `${frame.pointer}/${at}` };
  const heading = say("editor.row", { label: frame.label, number: at + 1 });
  const buttons = ["up", "down", "remove"].map((verb) =>
    button(say(`editor.row.${verb}`), `${verb} ${name}`, verb === "remove" ? frame.name : name),
  );
  return {
    id: fieldId(name),
    heading,
    fields: showFields(editing, field.fields, asFields(row), place),
    buttons: at === 0 ? buttons.filter(({ value }) => !value.startsWith("up")) : buttons,
  };
}

const rows: Show<"rows"> = (editing, value, frame, field) => {
  const items = asList(value);
  const { name } = frame;
  return {
    ...frame,
    template: "rows",
    count: { name: `${name}:rows`, value: items.length },
    rows: items.map((row, at) => rowView(editing, frame, field, row, at)),
    add: button(editing.voice.say("editor.row.add"), `add ${name}`, `${name}/${items.length}`),
  };
};

const group: Show<"group"> = (editing, value, frame, { fields, required, variant, key }) => {
  const { name } = frame;
  const isAlways = required || variant === key;
  const isOn = isAlways || isFields(value);
  const switched = isAlways ? null : { name: `${name}:on`, on: isOn, show: showButton(editing, name) };
  return {
    ...frame,
    template: "group",
    switched,
    fields: isOn ? showFields(editing, fields, asFields(value), frame) : [],
  };
};

const SHOW: { readonly [Kind in FieldKind["kind"]]: Show<Kind> } = {
  text: (_editing, value, frame) => input(frame, raw(value), false),
  texts,
  number: ({ language }, value, frame) => input(frame, writeValue(language, value), true),
  choice: ({ language }, value, frame, { words, key }) =>
    select(
      frame,
      words.map((word) => choiceOf(word, wordOf(language, key, word), value)),
      value,
    ),
  "yes-no": ({ voice: { say } }, value, frame) =>
    select(
      frame,
      ["true", "false"].map((one) => choiceOf(one, say(`editor.${one}`), String(value))),
      undefined,
    ),
  day: ({ language }, value, frame) => input(frame, writeValue(language, value), true),
  "month-day": monthDay,
  month,
  lines: ({ language }, value, frame, { of }) => {
    const lines = asList(value).map((line) => (of === "day" ? writeValue(language, line) : raw(line)));
    return { ...frame, template: "lines", value: lines.join("\n"), rows: Math.min(12, Math.max(2, lines.length + 1)) };
  },
  clauses: showClauses,
  reference: (editing, value, frame, { to }) => select(frame, partChoices(editing, to, value), value),
  references: (editing, value, frame, { to, mayRepeat }) =>
    mayRepeat
      ? repeatable(editing, asList(value), frame, to)
      : severalOf(partChoices(editing, to, null), asList(value), frame),
  parts: (editing, value, frame) => severalOf(governable(editing), asList(value), frame),
  fact: (editing, value, frame) => ({
    ...frame,
    template: "select",
    groups: factChoices(editing, namableFacts(editing), value),
    show: null,
  }),
  default: fallback,
  condition: showCondition,
  rows,
  "value-names": valueNames,
  group,
  union,
};

function showField(editing: Editing, field: Field, within: Fields, base: { name: string; pointer: string }): FieldView {
  const name = `${base.name}/${field.key}`;
  const { label, hint } = wordingOf(editing.language, editing.name.section, field.path);
  const frame = { id: fieldId(name), name, pointer: `${base.pointer}/${field.key}`, label, hint, error: null };
  return (SHOW[field.kind] as Show<FieldKind["kind"]>)(editing, within[field.key], frame, field as never, within);
}

/** Which of several variants an object is: the first whose field it has. */
function variantField(
  { language, voice: { say }, name: { section } }: Editing,
  fields: readonly Field[],
  value: Fields,
  base: { name: string; pointer: string },
): FieldView[] {
  const variants = [...new Set(fields.flatMap(({ variant }) => variant ?? []))];
  if (variants.length === 0) return [];
  const chosen = chosenVariant(fields, value);
  const name = `${base.name}:variant`;
  return [
    {
      id: fieldId(name),
      name,
      pointer: base.pointer,
      ...wordingOf(language, section, "variant"),
      error: null,
      template: "select",
      groups: ungrouped(variants.map((key) => choiceOf(key, say(`editor.choice.variant.${key}`), chosen))),
      show: button(say("editor.show"), "show", name),
    },
  ];
}

const chosenVariant = (fields: readonly Field[], value: Fields): string | null =>
  fields.find(({ variant, key }) => variant === key && Object.hasOwn(value, key))?.key ?? null;

/** The fields of an object, each with what it holds. */
export function showFields(
  editing: Editing,
  fields: readonly Field[],
  value: Fields,
  base: { name: string; pointer: string } = { name: "", pointer: "" },
): FieldView[] {
  const chosen = chosenVariant(fields, value);
  const shown = fields.filter(({ variant }) => variant === null || variant === chosen);
  const views = shown.map((field) => showField(editing, field, value, base));
  const [first = 0] = [shown.findIndex(({ variant }) => variant !== null)];
  const at = first < 0 ? views.length : first;
  return [...views.slice(0, at), ...variantField(editing, fields, value, base), ...views.slice(at)];
}

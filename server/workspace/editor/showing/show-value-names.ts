import { asFields, asList, type Fields } from "../document/fields.ts";
import type { Editing } from "./editing.ts";
import { fieldId, type NamedValueView } from "./field-view.ts";
import { type Frame, raw, type Show, showButton } from "./inputs.ts";
import { texts } from "./show-simple.ts";

/** A value to be named, what it is called so far, and where that stands in the rule set. */
interface Row {
  value: string;
  name?: unknown;
  pointer: string;
}

/** The allowed values in their order, each with its name; then the names of what is not allowed, so that none is lost. */
function rowsOf(names: unknown, values: unknown, pointer: string): Row[] {
  const named = asList(names).map((one, at): Row => {
    const { value, name } = asFields(one);
    return { value: raw(value), name, pointer: `${pointer}/${at}` };
  });
  const allowed = [...new Set(asList(values).map(raw))];
  const own = (value: string): Row[] => named.filter((row) => row.value === value);
  const rows = allowed.flatMap((value) => (own(value).length > 0 ? own(value) : [{ value, pointer: `${pointer}/-` }]));
  return [...rows, ...named.filter(({ value }) => !allowed.includes(value))];
}

/** The kinds of documents that the forms of a draft take. */
const kindsIn = ({ document }: Editing): unknown[] =>
  asList(document.forms).flatMap((form) => asList(asFields(form).evidence));

/** The names of the values that an attribute may have, or of the kinds of documents, beside each of them. */
export const valueNames: Show<"value-names"> = (editing, value, frame, field, { values }: Fields) => {
  const ofKinds = field.key === "kindNames";
  const rows = rowsOf(value, ofKinds ? kindsIn(editing) : values, frame.pointer);
  const named = rows.map((row, at): NamedValueView => {
    const name = `${frame.name}/${at}`;
    const shown: Frame = {
      id: fieldId(`${name}/name`),
      name: `${name}/name`,
      pointer: row.pointer,
      label: row.value,
      hint: null,
      error: null,
    };
    const long = { ...field, kind: "texts", long: false } as const;
    return { name: `${name}/value`, value: row.value, texts: texts(editing, row.name, shown, long, {}) };
  });
  return {
    ...frame,
    template: "value-names",
    count: { name: `${frame.name}:rows`, value: rows.length },
    named,
    none: rows.length === 0 ? editing.voice.say(`editor.${field.key}.none`) : null,
    show: ofKinds ? null : showButton(editing, frame.name),
  };
};

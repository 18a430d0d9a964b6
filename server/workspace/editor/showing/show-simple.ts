import { formatDayAndMonth } from "../../../language/days.ts";
import { LANGUAGES } from "../../../language/languages.ts";
import { messages } from "../../../language/messages.ts";
import { asFields } from "../document/fields.ts";
import type { Target } from "../fields/field.ts";
import { type Choice, choiceOf, withKept } from "./choice.ts";
import type { Editing } from "./editing.ts";
import { type FieldView, fieldId } from "./field-view.ts";
import { type Frame, input, raw, type Show, select, showButton } from "./inputs.ts";
import { partChoices } from "./part-choices.ts";
import { writeValue } from "./write-value.ts";

/** A text in the three languages, side by side. */
export const texts: Show<"texts"> = (_editing, value, frame, { long }) => ({
  ...frame,
  template: "texts",
  long,
  texts: LANGUAGES.map((language) => ({
    id: fieldId(`${frame.name}/${language}`),
    name: `${frame.name}/${language}`,
    language,
    label: messages(language)("language.name"),
    value: raw(asFields(value)[language]),
  })),
});

function months({ language }: Editing, chosen: string): Choice[] {
  return Array.from({ length: 12 }, (_, at) => {
    const month = String(at + 1).padStart(2, "0");
    const name = formatDayAndMonth(language, `2000-${month}-01`).replace(/^1\s|\s1$/, "");
    return choiceOf(month, name, chosen);
  });
}

/** A day of every year: its day and its month. */
export const monthDay: Show<"month-day"> = (editing, value, frame) => {
  const [, month = "", day = ""] = /^(\d{1,2})-(\d{1,2})$/.exec(raw(value)) ?? ["", "", raw(value)];
  const [dayName, monthName] = [`${frame.name}/day`, `${frame.name}/month`];
  return {
    ...frame,
    template: "month-day",
    day: { id: fieldId(dayName), name: dayName, value: day.replace(/^0/, "") },
    month: { id: fieldId(monthName), name: monthName, choices: months(editing, month) },
  };
};

/** The twelve first days of a month. */
export const month: Show<"month"> = ({ language }, value, frame) => {
  const firsts = Array.from({ length: 12 }, (_, at) => `${String(at + 1).padStart(2, "0")}-01`);
  return select(
    frame,
    firsts.map((day) => choiceOf(day, formatDayAndMonth(language, `2000-${day}`), value)),
    value,
  );
};

/** What an attribute is where a case says nothing: by the type of the attribute. */
export const fallback: Show<"default"> = ({ language, voice: { say } }, value, frame, _field, { type }) => {
  if (type !== "boolean")
    return input(frame, type === "text" ? raw(value) : writeValue(language, value), type === "number");
  return select(
    frame,
    ["true", "false"].map((one) => choiceOf(one, say(`editor.${one}`), String(value))),
    undefined,
  );
};

/** Of a list that may name a part more than once: a select for each, and one for another. */
export function repeatable(editing: Editing, named: readonly unknown[], frame: Frame, to: Target): FieldView {
  const selects = [...named, undefined].map((one, at) => ({
    id: fieldId(`${frame.name}/${at}`),
    choices: withKept(partChoices(editing, to, one), one),
  }));
  return { ...frame, template: "selects", selects, more: showButton(editing, `${frame.name}/${named.length}`) };
}

import type { Fact } from "../../../../engine/facts/facts.ts";
import { OPERATORS } from "../../../../engine/facts/operators.ts";
import { attributeOf } from "../../../language/explain/facts.ts";
import { valueName } from "../../../language/explain/names.ts";
import { GROUNDS } from "../../../report-check/field-choices.ts";
import { asList, type Fields, isFields } from "../document/fields.ts";
import { type Choice, choiceOf, withKept } from "./choice.ts";
import type { Editing } from "./editing.ts";
import { type FieldFrame, type FieldView, fieldId, ungrouped } from "./field-view.ts";
import { partChoices } from "./part-choices.ts";
import { writeValue } from "./write-value.ts";

/** The texts that an attribute may have, by their names; none where any text is allowed. */
function declaredTexts({ voice, language }: Editing, fact: string, chosen: unknown): Choice[] | null {
  const { values, valueNames } = attributeOf(voice, fact) ?? {};
  return values?.map((value) => choiceOf(value, valueName(language, valueNames, value), chosen)) ?? null;
}

const groundName = ({ voice: { say } }: Editing, ground: string): string => {
  const name = say(`condition.ground.${ground}`);
  return name.charAt(0).toLocaleUpperCase("ru") + name.slice(1);
};

/** The values that a fact may have, where they can be listed; null where they are typed. */
function listedValues(editing: Editing, { name, type }: Fact, chosen: unknown): Choice[] | null {
  const { say } = editing.voice;
  if (type === "boolean")
    return ["true", "false"].map((value) => choiceOf(value, say(`editor.${value}`), String(chosen)));
  if (name === "activity.form") return partChoices(editing, "forms", chosen);
  if (name === "absence.kind") return partChoices(editing, "absences", chosen);
  if (name === "absence.ground") return GROUNDS.map((ground) => choiceOf(ground, groundName(editing, ground), chosen));
  return type === "text" ? declaredTexts(editing, name, chosen) : null;
}

/** Checkboxes, the chosen ones first and in their order; what is kept although it is no choice stays one. */
export function severalOf(
  choices: readonly Choice[],
  chosen: readonly unknown[],
  frame: Omit<FieldFrame, "template">,
): FieldView {
  const ticked = chosen.map(
    (one) => choices.find(({ value }) => value === one) ?? choiceOf(String(one), String(one), null),
  );
  const others = choices.filter(({ value }) => !chosen.includes(value));
  const checks = [...ticked, ...others].map((one, at) => ({
    ...one,
    selected: at < ticked.length,
    id: `${fieldId(frame.name)}-${at}`,
  }));
  return { ...frame, template: "checks", checks };
}

/** The input for the value of a comparison, by the type of its fact and by whether its operator takes several. */
export function valueField(
  editing: Editing,
  fact: Fact,
  { operator, value }: Fields,
  frame: Omit<FieldFrame, "template">,
): FieldView {
  const { language, voice } = editing;
  const constant = isFields(value) ? undefined : value;
  const isList = OPERATORS[String(operator)]?.list ?? false;
  const listed = listedValues(editing, fact, constant);
  if (listed && isList) return severalOf(listed, asList(constant), frame);
  if (listed) return { ...frame, template: "select", groups: ungrouped(withKept(listed, constant)), show: null };
  const write = (one: unknown): string => (fact.type === "text" ? String(one ?? "") : writeValue(language, one));
  const hint = fact.type === "day" ? voice.say("editor.hint.day") : null;
  if (!isList) {
    const numeric = fact.type !== "text";
    return {
      ...frame,
      hint,
      template: "input",
      value: write(constant),
      numeric,
      width: numeric ? "short" : "long",
    };
  }
  const lines = (Array.isArray(constant) ? constant : [constant]).map(write).join("\n");
  return { ...frame, hint: voice.say("editor.hint.lines"), template: "lines", value: lines, rows: 3 };
}

import type { Fact } from "../../../../engine/facts/facts.ts";
import { OPERATORS, operatorsFor } from "../../../../engine/facts/operators.ts";
import type { Condition } from "../../../../engine/schema/condition.ts";
import { condition as sayCondition } from "../../../language/say-condition.ts";
import { isSayable } from "../document/comparisons.ts";
import { asFields, asList, type Fields, isFields } from "../document/fields.ts";
import { type Choice, choiceOf } from "./choice.ts";
import type { Editing } from "./editing.ts";
import { factChoices } from "./fact-choices.ts";
import { factsHere } from "./facts-here.ts";
import { button, type FieldFrame, type FieldView, fieldId, type NodeView, ungrouped } from "./field-view.ts";
import { valueField } from "./show-constant.ts";

const KINDS = ["all", "any", "not"] as const;

interface Place {
  name: string;
  pointer: string;
}

/** A field of a comparison, as yet without its input. */
function frameOf({ voice: { say } }: Editing, { name, pointer }: Place, key: string): Omit<FieldFrame, "template"> {
  const called = `${name}/${key}`;
  const at = key === "other" ? `${pointer}/value/fact` : `${pointer}/${key}`;
  return {
    id: fieldId(called),
    name: called,
    pointer: at,
    label: say(`editor.condition.${key}`),
    hint: null,
    error: null,
  };
}

/** An operator as people say it of facts of the type. */
function operatorChoices({ voice: { say } }: Editing, fact: Fact, chosen: unknown): Choice[] {
  return operatorsFor(fact.type).map((operator) => {
    const ofDays = `editor.operator.day.${operator}`;
    const key = fact.type === "day" && say.has(ofDays) ? ofDays : `editor.operator.${operator}`;
    return choiceOf(operator, say(key), chosen);
  });
}

/** The facts that one can be compared with: of the same type. */
function otherField(editing: Editing, fact: Fact, { value, operator }: Fields, place: Place): FieldView[] {
  const isList = OPERATORS[String(operator)]?.list ?? false;
  const others = [...factsHere(editing).values()].filter(({ type, name }) => type === fact.type && name !== fact.name);
  if (isList || others.length === 0 || fact.type === "boolean") return [];
  const groups = factChoices(editing, others, asFields(value).fact);
  return [{ ...frameOf(editing, place, "other"), template: "select", groups, show: null }];
}

function comparisonFields(editing: Editing, comparison: Fields, place: Place): FieldView[] {
  const { say } = editing.voice;
  const here = factsHere(editing);
  const show = button(say("editor.show"), "show", `${place.name}/fact`);
  const groups = factChoices(editing, [...here.values()], comparison.fact);
  const factField: FieldView = { ...frameOf(editing, place, "fact"), template: "select", groups, show };
  const fact = editing.facts.get(String(comparison.fact));
  if (!fact) return [factField];
  const operators = ungrouped(operatorChoices(editing, fact, comparison.operator));
  return [
    factField,
    { ...frameOf(editing, place, "operator"), template: "select", groups: operators, show: null },
    valueField(editing, fact, comparison, frameOf(editing, place, "value")),
    ...otherField(editing, fact, comparison, place),
  ];
}

const frameOfNode = ({ name, pointer }: Place) => ({ id: fieldId(name), name, pointer, error: null });

function comparisonNode(editing: Editing, comparison: Fields, place: Place): NodeView {
  const fields = comparisonFields(editing, comparison, place);
  return {
    ...frameOfNode(place),
    isGroup: false,
    kind: null,
    count: null,
    branches: [],
    fields,
    buttons: [],
    remove: null,
  };
}

function groupNode(editing: Editing, group: Fields, kind: (typeof KINDS)[number], place: Place): NodeView {
  const { say } = editing.voice;
  const { name, pointer } = place;
  const within = kind === "not" ? [group.not] : asList(group[kind]);
  const branches = within.map((branch, at) => {
    const node = nodeOf(editing, branch, {
      name: `${name}/${at}`,
      pointer: kind === "not" ? `${pointer}/not` : `${pointer}/${kind}/${at}`,
    });
    return { ...node, remove: button(say("editor.condition.remove"), `remove ${name}/${at}`, name) };
  });
  return {
    ...frameOfNode(place),
    isGroup: true,
    kind: {
      id: `${fieldId(name)}-kind`,
      name: `${name}:kind`,
      label: say("editor.condition.kind"),
      choices: KINDS.map((one) => choiceOf(one, say(`editor.condition.${one}`), kind)),
    },
    count: { name: `${name}:rows`, value: branches.length },
    branches,
    fields: [],
    buttons: addButtons(editing, name, branches.length),
    remove: null,
  };
}

const addButtons = ({ voice: { say } }: Editing, name: string, next: number | null) => {
  const at = next === null ? name : `${name}/${next}`;
  return [
    button(say("editor.condition.add-comparison"), `add-comparison ${name}`, at),
    button(say("editor.condition.add-group"), `add-group ${name}`, at),
  ];
};

function nodeOf(editing: Editing, condition: unknown, place: Place): NodeView {
  const fields = asFields(condition);
  const kind = KINDS.find((one) => Object.hasOwn(fields, one));
  return kind ? groupNode(editing, fields, kind, place) : comparisonNode(editing, fields, place);
}

/** A condition as it is built: its groups and comparisons, and the sentence that it makes where it is whole. */
export function showCondition(editing: Editing, value: unknown, frame: Omit<FieldFrame, "template">): FieldView {
  const { voice, facts } = editing;
  const node = isFields(value) ? nodeOf(editing, value, frame) : null;
  const isRootGroup = node?.isGroup ?? false;
  return {
    ...frame,
    template: "condition",
    node,
    says: isSayable(value, facts) ? sayCondition(voice, value as Condition) : null,
    add: isRootGroup ? [] : addButtons(editing, frame.name, null),
    clear: node ? button(voice.say("editor.condition.clear"), `clear ${frame.name}`, frame.name) : null,
  };
}

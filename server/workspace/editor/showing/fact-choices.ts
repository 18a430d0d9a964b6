import type { Fact } from "../../../../engine/facts/facts.ts";
import { factName } from "../../../language/explain/facts.ts";
import { type ChoiceGroup, choiceOf } from "./choice.ts";
import type { Editing } from "./editing.ts";

/** What facts speak of: the first word of their names. */
const GROUPS = [
  "member",
  "absences",
  "absence",
  "cycle",
  "consultant",
  "decision",
  "report",
  "amount",
  "activity",
  "measure",
];

const groupOf = (name: string): string => name.slice(0, name.indexOf("."));

const asHeading = (text: string): string => text.charAt(0).toLocaleUpperCase("ru") + text.slice(1);

/** Facts to choose from, in groups, by their names in the language. One that is kept and does not fit stands alone. */
export function factChoices({ voice }: Editing, facts: readonly Fact[], chosen: unknown): ChoiceGroup[] {
  const groups = GROUPS.map((group) => ({
    label: voice.say(`editor.facts.${group}`),
    choices: facts
      .filter(({ name }) => groupOf(name) === group)
      .map(({ name }) => choiceOf(name, asHeading(factName(voice, name)), chosen)),
  })).filter(({ choices }) => choices.length > 0);
  const isKept = typeof chosen === "string" && chosen !== "" && !facts.some(({ name }) => name === chosen);
  if (!isKept) return groups;
  return [...groups, { label: voice.say("editor.facts.other"), choices: [choiceOf(chosen, chosen, chosen)] }];
}

import { shortName } from "../../../language/explain/names.ts";
import { valueAt } from "../document/at-pointer.ts";
import { asFields, idOf } from "../document/fields.ts";
import { partsOf } from "../document/part.ts";
import type { Target } from "../fields/field.ts";
import { SECTIONS, type Section } from "../sections.ts";
import { type Choice, choiceOf } from "./choice.ts";
import type { Editing } from "./editing.ts";

/** The parts that a field may name. An amount may name only those before it. */
function named({ voice, name }: Editing, to: Target) {
  const parts = voice.ruleSet[to] ?? [];
  const end = to === "amounts" && name.section.id === "amounts" ? parts.findIndex(({ id }) => id === name.part) : -1;
  return end < 0 ? parts : parts.slice(0, end);
}

/** The parts that a field may name, by their names, the short ones where they have them. */
export const partChoices = (editing: Editing, to: Target, chosen: unknown): Choice[] =>
  named(editing, to).map((part) => choiceOf(part.id, shortName(editing.voice, part), chosen));

/** The fixed parts of a section. */
const FIXED = ["report", "summary"];

/** The parts of a section that a reading may govern, beside the whole of it. */
function partsOfSection({ document, language, voice: { say } }: Editing, section: Section, title: string): Choice[] {
  const choice = (step: string, called: string) => choiceOf(`${section.pointer}/${step}`, `${title}: ${called}`, null);
  if (section.shape === "fixed") return FIXED.map((part) => choice(part, say(`editor.part.${part}`)));
  if (section.shape !== "list") return [];
  return partsOf(document, section).map((part, at) => {
    const name = asFields(asFields(part).name)[language];
    return choice(String(at), typeof name === "string" ? name : (idOf(part) ?? String(at + 1)));
  });
}

/** What a reading may govern: sections that are there, and their parts by their places. */
export function governable(editing: Editing): Choice[] {
  const { document, voice } = editing;
  const ofSections = SECTIONS.filter(({ shape, pointer }) => shape !== "fields" && valueAt(document, pointer)).flatMap(
    (section) => {
      const title = voice.say(`editor.section.${section.id}`);
      return [choiceOf(section.pointer, title, null), ...partsOfSection(editing, section, title)];
    },
  );
  return [choiceOf("/effectiveYear", voice.say("editor.part.effectiveYear"), null), ...ofSections];
}

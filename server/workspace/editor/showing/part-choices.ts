import { asFields, idOf } from "../document/fields.ts";
import { partsOf } from "../document/part.ts";
import type { Target } from "../fields/field.ts";
import { SECTIONS } from "../sections.ts";
import { type Choice, choiceOf } from "./choice.ts";
import type { Editing } from "./editing.ts";

/** The parts that a field may name. An amount may name only those before it. */
function named({ voice, name }: Editing, to: Target) {
  const parts = voice.ruleSet[to] ?? [];
  const end = to === "amounts" && name.section.id === "amounts" ? parts.findIndex(({ id }) => id === name.part) : -1;
  return end < 0 ? parts : parts.slice(0, end);
}

/** The parts that a field may name, by their names. */
export const partChoices = (editing: Editing, to: Target, chosen: unknown): Choice[] =>
  named(editing, to).map(({ id, name }) => choiceOf(id, name[editing.language], chosen));

/** What a reading may govern: sections, and their parts by their places. */
export function governable({ document, language, voice: { say } }: Editing): Choice[] {
  const ofSections = SECTIONS.filter(({ shape }) => shape !== "fields").flatMap((section) => {
    const title = say(`editor.section.${section.id}`);
    const whole = section.pointer.startsWith("/attributes") ? [] : [choiceOf(section.pointer, title, null)];
    const fixed = section.shape === "fixed" ? ["report", "summary"] : [];
    return [
      ...whole,
      ...fixed.map((part) => choiceOf(`${section.pointer}/${part}`, `${title}: ${say(`editor.part.${part}`)}`, null)),
      ...(section.shape === "list" ? partsOf(document, section) : []).map((part, at) => {
        const name = asFields(asFields(part).name)[language];
        const called = typeof name === "string" ? name : (idOf(part) ?? String(at + 1));
        return choiceOf(`${section.pointer}/${at}`, `${title}: ${called}`, null);
      }),
    ];
  });
  return [choiceOf("/effectiveYear", say("editor.part.effectiveYear"), null), ...ofSections];
}

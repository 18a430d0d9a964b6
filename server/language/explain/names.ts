import type { Language, Text } from "../../../engine/index.ts";
import type { ValueNames } from "../../../engine/schema/rule-set.ts";
import type { Voice } from "./voice.ts";

interface Named {
  id: string;
  name: Text;
  short?: Text;
}

/** A word in the quotation marks of the language: «Семинар», “Seminar”. */
export const quoted = ({ say }: Voice, text: string): string => say("explain.quoted", { text });

/** The short name of a part where it has one. */
export const shortName = ({ language }: Voice, { name, short }: Named): string => (short ?? name)[language];

/** A value of an attribute, or a kind of documents, by its name; one that has none as it is written. */
export const valueName = (language: Language, names: ValueNames | undefined, value: string): string =>
  names?.find((one) => one.value === value)?.name[language] ?? value;

/** The name, in quotation marks, of the part that an id stands for; the id itself where there is none. */
export function nameOf(voice: Voice, parts: readonly Named[] | undefined, id: string): string {
  const part = parts?.find((one) => one.id === id);
  return quoted(voice, part ? shortName(voice, part) : id);
}

export const formNames = (voice: Voice, ids: readonly string[]): string =>
  both(
    voice,
    ids.map((id) => nameOf(voice, voice.ruleSet.forms, id)),
  );

export const categoryName = (voice: Voice, id: string): string => nameOf(voice, voice.ruleSet.categories, id);

export const amountName = (voice: Voice, id: string): string => nameOf(voice, voice.ruleSet.amounts, id);

export const absenceName = (voice: Voice, id: string): string => nameOf(voice, voice.ruleSet.absences, id);

const joined = (items: readonly string[], last: string): string =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")}${last}${items.at(-1)}`;

/** «A», «B» и «C». */
export const both = ({ say }: Voice, items: readonly string[]): string => joined(items, say("explain.and"));

/** «A», «B» или «C». */
export const either = ({ say }: Voice, items: readonly string[]): string => joined(items, say("explain.or"));

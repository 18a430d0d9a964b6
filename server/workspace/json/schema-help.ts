import type { Language } from "../../../engine/index.ts";
import { messages } from "../../language/messages.ts";
import type { Field } from "../editor/fields/field.ts";
import { SECTIONS, type Section } from "../editor/sections.ts";
import { wordingOf, wordOf } from "../editor/showing/wording.ts";

/** A field of the JSON: its name there, what it is called on pages, and what it holds. */
export interface FieldHelp {
  path: string;
  called: string;
  holds: string;
  required: boolean;
  /** The words that it may be, each with what it means. */
  words: { word: string; means: string }[];
}

const wordsOf = (field: Field): readonly string[] =>
  field.kind === "choice" || field.kind === "union" ? field.words : [];

function helpOf(language: Language, section: Section, field: Field): FieldHelp[] {
  const { path, key, kind, required } = field;
  const own = {
    path,
    called: wordingOf(language, section, path).label,
    holds: messages(language)(`json.kind.${kind}`),
    required,
    words: wordsOf(field).map((word) => ({ word, means: wordOf(language, key, word) })),
  };
  const inside = "fields" in field ? field.fields : [];
  return [own, ...inside.flatMap((one) => helpOf(language, section, one))];
}

/** What the schema of rule sets says, section by section, in the words of the pages. */
export const schemaHelp = (language: Language) =>
  SECTIONS.map((section) => ({
    id: section.id,
    pointer: section.pointer || "/",
    title: messages(language)(`editor.section.${section.id}`),
    isList: section.shape === "list",
    fields: section.fields.flatMap((field) => helpOf(language, section, field)),
  }));

import { messages } from "../../language/messages.ts";
import { asFields, type Fields } from "../editor/document/fields.ts";
import { type PartName, partValue } from "../editor/document/part.ts";
import type { Field } from "../editor/fields/field.ts";
import { wordingOf } from "../editor/showing/wording.ts";
import type { OpenDraft } from "../open-draft.ts";

/** Both sides of a conflict: what is saved in each field, and what was entered, where they differ. */
export interface ConflictView {
  text: string;
  differences: { place: string; kept: string; entered: string }[];
}

const written = (value: unknown): string =>
  value === undefined ? "–" : typeof value === "string" ? value : JSON.stringify(value, null, 1);

const differ = (one: unknown, other: unknown): boolean => JSON.stringify(one) !== JSON.stringify(other);

/** Compares a part as somebody else saved it with what was entered. */
export function conflictView(draft: OpenDraft, name: PartName, entered: Fields, by: string): ConflictView {
  const { language, document } = draft;
  const kept = asFields(partValue(document, name));
  const differing = name.section.fields.filter(({ key }: Field) => differ(kept[key], entered[key]));
  return {
    text: messages(language)("editor.conflict.text", { name: by }),
    differences: differing.map(({ key, path }) => ({
      place: wordingOf(language, name.section, path).label,
      kept: written(kept[key]),
      entered: written(entered[key]),
    })),
  };
}

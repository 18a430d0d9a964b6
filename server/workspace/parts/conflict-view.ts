import type { Language } from "../../../engine/index.ts";
import { messages } from "../../language/messages.ts";
import { asFields, type Fields } from "../editor/document/fields.ts";
import { type PartName, partValue } from "../editor/document/part.ts";
import type { Field } from "../editor/fields/field.ts";
import { wordingOf } from "../editor/showing/wording.ts";
import type { OpenDraft } from "../open-draft.ts";

/** What is saved in one place, and what was entered there. */
export interface Difference {
  place: string;
  kept: string;
  entered: string;
}

/** Both sides of a conflict: what is saved in each place, and what was entered, where they differ. */
export interface ConflictView {
  text: string;
  differences: Difference[];
  goOn: string;
}

const written = (value: unknown): string =>
  value === undefined ? "–" : typeof value === "string" ? value : JSON.stringify(value, null, 1);

const differ = (one: unknown, other: unknown): boolean => JSON.stringify(one) !== JSON.stringify(other);

/** Where two values of a part differ, field by field. */
export function differencesOfPart(
  language: Language,
  { section }: PartName,
  kept: Fields,
  entered: Fields,
): Difference[] {
  return section.fields
    .filter(({ key }: Field) => differ(kept[key], entered[key]))
    .map(({ key, path }) => ({
      place: wordingOf(language, section, path).label,
      kept: written(kept[key]),
      entered: written(entered[key]),
    }));
}

/** Tells who saved the draft meanwhile, and where that differs from what was entered on its form. */
export function conflictOf(language: Language, by: string, differences: Difference[]): ConflictView {
  const say = messages(language);
  return { text: say("editor.conflict.text", { name: by }), differences, goOn: say("editor.conflict.go-on") };
}

/** Compares a part as somebody else saved it with what was entered. */
export function conflictView(draft: OpenDraft, name: PartName, entered: Fields, by: string): ConflictView {
  const { language, document } = draft;
  const kept = asFields(partValue(document, name));
  return conflictOf(language, by, differencesOfPart(language, name, kept, entered));
}

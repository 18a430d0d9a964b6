import { isDeepStrictEqual } from "node:util";
import type { Language } from "../../../engine/index.ts";
import { messages } from "../../language/messages.ts";
import { valueAt } from "../editor/document/at-pointer.ts";
import type { Fields } from "../editor/document/fields.ts";
import { readDraft } from "../editor/document/read-draft.ts";
import { SECTIONS, type Section } from "../editor/sections.ts";

const heldBy = (document: Fields, { shape, pointer, fields }: Section): unknown =>
  shape === "fields" ? fields.map(({ key }) => document[key]) : valueAt(document, pointer);

/** The names of the sections that differ between two texts of a draft. */
export function changedSections(language: Language, before: string, after: string): string[] {
  const [old, now] = [readDraft(before).document ?? {}, readDraft(after).document ?? {}];
  return SECTIONS.filter((section) => !isDeepStrictEqual(heldBy(old, section), heldBy(now, section))).map(({ id }) =>
    messages(language)(`editor.section.${id}`),
  );
}

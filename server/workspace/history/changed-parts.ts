import { isDeepStrictEqual } from "node:util";
import type { Language } from "../../../engine/index.ts";
import { messages } from "../../language/messages.ts";
import { valueAt } from "../editor/document/at-pointer.ts";
import { asFields, type Fields } from "../editor/document/fields.ts";
import { type PartName, partValue } from "../editor/document/part.ts";
import { readDraft } from "../editor/document/read-draft.ts";
import { namesIn } from "../editor/document/references.ts";
import { SECTIONS, type Section } from "../editor/sections.ts";
import type { OpenDraft } from "../open-draft.ts";
import { type Difference, differencesOfPart } from "../parts/conflict-view.ts";
import { calledOf } from "../parts/finding-lines.ts";

/** A title and a text that a draft had. */
export interface Version {
  title: string;
  text: string;
}

const heldBy = (document: Fields, { shape, pointer, fields }: Section): unknown =>
  shape === "fields" ? fields.map(({ key }) => document[key]) : valueAt(document, pointer);

const changedIn =
  (old: Fields, now: Fields) =>
  (section: Section): boolean =>
    !isDeepStrictEqual(heldBy(old, section), heldBy(now, section));

/** What differs between two versions of a draft: its title, the names of sections, and its examples. */
export function changedSections(language: Language, before: Version, after: Version): string[] {
  const say = messages(language);
  const [old, now] = [readDraft(before.text).document ?? {}, readDraft(after.text).document ?? {}];
  return [
    ...(before.title === after.title ? [] : [say("history.renamed", { title: after.title })]),
    ...SECTIONS.filter(changedIn(old, now)).map(({ id }) => say(`editor.section.${id}`)),
    ...(isDeepStrictEqual(old.examples, now.examples) ? [] : [say("review.examples")]),
  ];
}

/** A part as the differences of its fields compare it: a section of the set's own fields is the set itself. */
const fieldsOfPart = (document: Fields, name: PartName): Fields =>
  name.section.shape === "fields" ? document : asFields(partValue(document, name));

/** The parts that either of two texts has in a section, those of the first before the others. */
function namesInEither(one: Fields, other: Fields, section: Section): PartName[] {
  const names = [...namesIn(one, section), ...namesIn(other, section)];
  return [...new Map(names.map((name) => [name.part, name])).values()];
}

/** Where another text differs from that of a draft, part by part and field by field, in the order of the editor. */
export function differencesOfText(draft: OpenDraft, other: Fields): Difference[] {
  const { language, document } = draft;
  return SECTIONS.filter(changedIn(document, other)).flatMap((section) =>
    namesInEither(document, other, section).flatMap((name) => {
      const of = partValue(document, name) === undefined ? { ...draft, document: other } : draft;
      const called = calledOf(of, name);
      return differencesOfPart(language, name, fieldsOfPart(document, name), fieldsOfPart(other, name)).map(
        (difference) => ({ ...difference, place: `${called} – ${difference.place}` }),
      );
    }),
  );
}

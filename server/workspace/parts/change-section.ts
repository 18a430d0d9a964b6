import { LANGUAGES } from "../../language/languages.ts";
import { messages } from "../../language/messages.ts";
import { addPart, movePart, removePart } from "../editor/document/change-list.ts";
import type { Fields } from "../editor/document/fields.ts";
import { partValue } from "../editor/document/part.ts";
import { partsThatName } from "../editor/document/references.ts";
import type { Section } from "../editor/sections.ts";
import type { OpenDraft } from "../open-draft.ts";
import { partAddress, sectionAddress } from "../places.ts";
import { calledOf } from "./finding-lines.ts";
import { type SectionState, untouched } from "./section-page.ts";

/** What came of a change to a list: the draft with it and where the reader goes on, or why it cannot be made. */
export type SectionChange =
  | { document: Fields; next: string; refused: null }
  | { document: null; refused: SectionState };

function add({ language, stored, document }: OpenDraft, section: Section, form: URLSearchParams): SectionChange {
  const say = messages(language);
  const name = Object.fromEntries(
    LANGUAGES.map((one) => [one, (form.get(`/name/${one}`) ?? "").trim()]).filter(([, text]) => text !== ""),
  );
  if (!("en" in name)) {
    const errors = [
      { href: "#new-en", place: messages("en")("language.name"), message: say("editor.add.needs-english") },
    ];
    return { document: null, refused: { ...untouched, typed: form, errors } };
  }
  const key = section.id === "interpretations" ? "text" : "name";
  const made = addPart(document, section, { [key]: name });
  return { document: made.document, next: partAddress(language, stored.id, { section, part: made.id }), refused: null };
}

function remove(draft: OpenDraft, section: Section, part: string): SectionChange {
  const { language, stored, document } = draft;
  const name = { section, part };
  const naming = partsThatName(document, name).map((one) => ({
    href: partAddress(language, stored.id, one),
    title: calledOf(draft, one),
  }));
  const next = sectionAddress(language, stored.id, section.id);
  if (naming.length === 0) return { document: removePart(document, name), next, refused: null };
  const message = messages(language)("editor.remove.named", { name: calledOf(draft, name) });
  return { document: null, refused: { ...untouched, naming, errors: [{ href: "#naming", place: null, message }] } };
}

/** Makes the change to a list that a form asks for: a new part, one less, or another order. */
export function changeSection(draft: OpenDraft, section: Section, form: URLSearchParams): SectionChange {
  const { language, stored, document } = draft;
  const [verb = "", ...rest] = (form.get("do") ?? "").split(" ");
  const name = { section, part: rest.join(" ") };
  const next = sectionAddress(language, stored.id, section.id);
  const isThere = partValue(document, name) !== undefined;
  if (verb === "remove" && isThere) return remove(draft, section, name.part);
  if (verb === "up" && isThere) return { document: movePart(document, name, -1), next, refused: null };
  if (verb === "down" && isThere) return { document: movePart(document, name, 1), next, refused: null };
  if (verb === "add") return add(draft, section, form);
  return { document, next, refused: null };
}

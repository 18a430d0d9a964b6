import type { RuleSetFinding } from "../../../engine/index.ts";
import { LANGUAGES } from "../../language/languages.ts";
import { messages } from "../../language/messages.ts";
import { findingsOf } from "../checker/findings-of.ts";
import { asFields } from "../editor/document/fields.ts";
import { type PartName, partValue, pointerOf } from "../editor/document/part.ts";
import { findingsAt } from "../editor/document/problems.ts";
import { namesIn } from "../editor/document/references.ts";
import type { Section } from "../editor/sections.ts";
import { editingOf } from "../editor/showing/editing.ts";
import { sentenceOfPart } from "../editor/showing/sentence-of-part.ts";
import { draftHead, type OpenDraft } from "../open-draft.ts";
import { partAddress, sectionAddress } from "../places.ts";
import { newSubmission } from "../sent.ts";
import { calledOf } from "./finding-lines.ts";

/** What the page of a list says beside the list: what was typed for a new part, and why a part cannot go. */
export interface SectionState {
  typed: URLSearchParams;
  errors: { href: string; place: string | null; message: string }[];
  /** Parts that name the one that was to go. */
  naming: { href: string; title: string }[];
  /** What was entered for a part that somebody else retired meanwhile, as JSON. */
  entered: string | null;
}

export const untouched: SectionState = { typed: new URLSearchParams(), errors: [], naming: [], entered: null };

function partLine(draft: OpenDraft, findings: readonly RuleSetFinding[], name: PartName, at: number, count: number) {
  const { language, stored, document } = draft;
  const say = messages(language);
  const value = asFields(partValue(document, name));
  const problems = findingsAt(findings, pointerOf(document, name)).length;
  const [sentence] = sentenceOfPart(editingOf(language, document, name, value));
  return {
    id: name.part ?? String(at),
    href: name.part === null ? null : partAddress(language, stored.id, name),
    title: calledOf(draft, name),
    sentence: name.section.id === "interpretations" ? null : (sentence?.text ?? null),
    problems: problems > 0 ? say("editor.problems", { count: problems }) : null,
    isFirst: at === 0,
    isLast: at === count - 1,
  };
}

/** A reading has no name: it is called by how its text begins. */
const isNamedByText = ({ id }: Section): boolean => id === "interpretations";

/** The fields of a new part: its name, or the text of a reading, in three languages. */
const newPartFields = (section: Section, { typed }: SectionState) =>
  LANGUAGES.map((language) => ({
    id: `new-${language}`,
    name: `/name/${language}`,
    language,
    label: messages(language)("language.name"),
    value: typed.get(`/name/${language}`) ?? "",
    long: isNamedByText(section),
  }));

/** The page of a section that is a list, or that has fixed parts. */
export async function sectionPage(draft: OpenDraft, section: Section, state: SectionState = untouched) {
  const { language, stored, document, mayChange } = draft;
  const say = messages(language);
  const names = namesIn(document, section);
  const findings = await findingsOf(stored.state.text);
  const title = say(`editor.section.${section.id}`);
  const isList = section.shape === "list";
  const hasError = state.errors.length > 0;
  return {
    head: { title: hasError ? say("form.error-title", { title }) : title, section: "workspace" as const },
    model: {
      ...draftHead(draft),
      heading: title,
      about: say(`editor.section.${section.id}.about`),
      action: sectionAddress(language, stored.id, section.id),
      submission: newSubmission(),
      parts: names.map((name, at) => partLine(draft, findings, name, at, names.length)),
      hasNameless: names.some(({ part }) => part === null),
      mayOrder: isList && mayChange,
      add: isList && mayChange ? { isText: isNamedByText(section), fields: newPartFields(section, state) } : null,
      naming: state.naming,
      entered: state.entered,
      form: { errors: state.errors },
    },
  };
}

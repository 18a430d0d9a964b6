import { messages } from "../../language/messages.ts";
import type { LawText } from "../../law-text.ts";
import type { RuleBook } from "../../published-rules.ts";
import { findingsOf } from "../checker/findings-of.ts";
import { asFields, asList, type Fields } from "../editor/document/fields.ts";
import { type PartName, partValue, pointerOf, withPart } from "../editor/document/part.ts";
import { findingsAt } from "../editor/document/problems.ts";
import { type Editing, editingOf } from "../editor/showing/editing.ts";
import { INPUTS } from "../editor/showing/field-view.ts";
import { describeProblem, placeProblems } from "../editor/showing/place-problems.ts";
import { sentenceOfPart } from "../editor/showing/sentence-of-part.ts";
import { showFields } from "../editor/showing/show-field.ts";
import { draftHead, type OpenDraft } from "../open-draft.ts";
import { partAddress, sectionAddress } from "../places.ts";
import { newSubmission } from "../sent.ts";
import { clauseLinks } from "./clause-links.ts";
import type { ConflictView } from "./conflict-view.ts";
import { calledOf } from "./finding-lines.ts";

/** How the page of a part is asked for. */
export interface PartState {
  /** What was entered and is not saved yet; null where the page shows what is saved. */
  entered: Fields | null;
  /** Whether it was saved just now. */
  saved: boolean;
  /** What somebody else saved meanwhile, and where what was entered differs. */
  conflict: ConflictView | null;
}

export const asSaved: PartState = { entered: null, saved: false, conflict: null };

/** What was entered of a part of a list, with the id that no form holds. */
const withId = ({ section, part }: PartName, entered: Fields): Fields =>
  section.shape === "list" ? { id: part, ...entered } : entered;

/** A section of its own has no list above it to go back to. */
const isOfList = ({ section: { shape } }: PartName): boolean => shape === "list" || shape === "fixed";

async function findingsHere({ stored, document }: OpenDraft, name: PartName) {
  const all = await findingsOf(stored.state.text);
  const { shape, fields } = name.section;
  if (shape !== "fields") return findingsAt(all, pointerOf(document, name));
  return all.filter(({ pointer, params }) =>
    fields.some(
      ({ key }) => pointer === `/${key}` || pointer.startsWith(`/${key}/`) || (pointer === "" && params.field === key),
    ),
  );
}

/** The text of the Rules in force, where the draft is one of the same regime. */
function lawOf({ regime }: Fields, rules: RuleBook, year: number): LawText | null {
  const law = rules.inForce(year)?.lawText ?? null;
  return law?.regime === regime ? law : null;
}

/** What a part says: its rule; of the set's own fields, how the Rules are called. */
function saysOf(editing: Editing): string[] {
  const { language, name, value } = editing;
  if (name.section.shape !== "fields") return sentenceOfPart(editing).map(({ text }) => text);
  const called = asFields(value.name)[language];
  return typeof called === "string" && called !== "" ? [called] : [];
}

function besides(editing: Editing, rules: RuleBook, year: number) {
  const sentences = saysOf(editing);
  return {
    sentences,
    saysNothing: sentences.length === 0,
    ...clauseLinks(editing.language, rules, year, asList(editing.value.clauses)),
  };
}

/** The page of a part: its fields, and beside them its sentence, its clauses and what the checker finds. */
export async function partPage(
  draft: OpenDraft,
  name: PartName,
  rules: RuleBook,
  year: number,
  state: PartState = asSaved,
) {
  const { language, stored, document, mayChange } = draft;
  const say = messages(language);
  const value = state.entered ? withId(name, state.entered) : asFields(partValue(document, name));
  const edited = state.entered ? withPart(document, name, value) : document;
  const editing = editingOf(language, edited, name, value, lawOf(document, rules, year));
  const fields = showFields(editing, name.section.fields, value);
  const findings = state.entered ? [] : await findingsHere(draft, name);
  const [errors, others] = [true, false].map((isError) =>
    findings.filter(({ severity }) => (severity === "error") === isError),
  ) as [typeof findings, typeof findings];
  const lines = placeProblems(language, fields, errors);
  const isUnused = name.section.shape === "optional" && partValue(document, name) === undefined;
  const title = calledOf(draft, name);
  const section = sectionAddress(language, stored.id, name.section.id);
  return {
    head: {
      title: lines.length > 0 ? say("form.error-title", { title }) : title,
      section: "workspace" as const,
      keeps: { form: "part", button: "show" },
    },
    model: {
      ...draftHead(draft),
      heading: title,
      section: isOfList(name) ? { href: section, title: say(`editor.section.${name.section.id}`) } : null,
      about: say(`editor.section.${name.section.id}.about`),
      action: partAddress(language, stored.id, name),
      submission: newSubmission(),
      mayChange,
      isUnused,
      mayLeaveOut: mayChange && name.section.shape === "optional" && !isUnused,
      isUnsaved: state.entered !== null,
      saved: state.saved ? (lines.length > 0 ? say("editor.saved-with-problems") : say("editor.saved")) : null,
      conflict: state.conflict,
      fields,
      inputs: INPUTS,
      besides: besides(editing, rules, year),
      warnings: others.map((found) => describeProblem(language, found)),
      form: { errors: isUnused ? [] : lines },
    },
  };
}

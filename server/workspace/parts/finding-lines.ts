import type { RuleSetFinding } from "../../../engine/index.ts";
import { brief } from "../../language/brief.ts";
import { messages } from "../../language/messages.ts";
import { asFields, idOf } from "../editor/document/fields.ts";
import { type PartName, partsOf, pointerOf } from "../editor/document/part.ts";
import { SECTIONS } from "../editor/sections.ts";
import { pointerOfProblem } from "../editor/showing/place-problems.ts";
import { wordingOf } from "../editor/showing/wording.ts";
import { exampleOf, sayFound } from "../examples/say-found.ts";
import type { OpenDraft } from "../open-draft.ts";
import { exampleAddress, jsonAddress, partAddress } from "../places.ts";

export interface FindingLine {
  href: string;
  place: string;
  message: string;
  isError: boolean;
}

const leadsTo = (pointer: string, target: string): boolean => target === pointer || target.startsWith(`${pointer}/`);

/** The part that a JSON Pointer leads into; null where no page shows it. */
function partAt({ document }: OpenDraft, pointer: string): PartName | null {
  const own = SECTIONS.find(({ shape, pointer: at }) => shape !== "fields" && leadsTo(at, pointer));
  const section = own ?? SECTIONS.find(({ fields }) => fields.some(({ key }) => leadsTo(`/${key}`, pointer)));
  if (!section) return null;
  const [step] = pointer.slice(section.pointer.length + 1).split("/");
  if (section.shape === "fixed") return { section, part: step || null };
  if (section.shape !== "list") return { section, part: null };
  return { section, part: step ? idOf(partsOf(document, section)[Number(step)]) : null };
}

/** A reading is called by how it begins. */
const MOST_SHOWN = 80;

/** What a part is called: its name, the short one where it has one, or else what its section is called. */
export function calledOf({ document, language }: OpenDraft, { section, part }: PartName): string {
  const say = messages(language);
  if (part === null) return say(`editor.section.${section.id}`);
  if (section.shape === "fixed") return say(`editor.part.${part}`);
  const { short, name, text } = asFields(partsOf(document, section).find((one) => idOf(one) === part));
  const called = asFields(short)[language] ?? asFields(name)[language] ?? asFields(text)[language];
  return typeof called === "string" ? brief(called, MOST_SHOWN) : part;
}

/** The part and the field that a problem is in: «Семинар – Баллы». */
function placeOf(draft: OpenDraft, name: PartName, pointer: string): string {
  const { language, document } = draft;
  const within = name.section.shape === "fields" ? pointer : pointer.slice(pointerOf(document, name).length);
  const key = within.split("/")[1];
  const field = name.section.fields.find((one) => one.key === key);
  const called = calledOf(draft, name);
  return field ? `${called} – ${wordingOf(language, name.section, field.path).label}` : called;
}

/** Where an example that fails is mended, and what it is called; null where something else is found. */
function exampleAt({ language, stored, document }: OpenDraft, found: RuleSetFinding) {
  const example = exampleOf(language, document, found);
  return example && { href: exampleAddress(language, stored.id, example.id), place: example.name };
}

/** The part where what was found is mended; what no page shows is mended in the JSON. */
function placed(draft: OpenDraft, found: RuleSetFinding) {
  const part = partAt(draft, pointerOfProblem(found));
  const { language, stored } = draft;
  return part
    ? { href: partAddress(language, stored.id, part), place: placeOf(draft, part, pointerOfProblem(found)) }
    : { href: jsonAddress(language, stored.id), place: found.pointer || "JSON" };
}

/** What the checker found in a draft, each a link to the part where it is mended. */
export function findingLines(draft: OpenDraft, findings: readonly RuleSetFinding[]): FindingLine[] {
  return findings.map((found) => {
    const where = exampleAt(draft, found) ?? placed(draft, found);
    return { ...where, message: sayFound(draft, found), isError: found.severity === "error" };
  });
}

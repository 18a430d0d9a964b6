import type { RuleSetFinding } from "../../../engine/index.ts";
import { messages } from "../../language/messages.ts";
import { valueAt } from "../editor/document/at-pointer.ts";
import { asFields, idOf } from "../editor/document/fields.ts";
import { type PartName, partsOf } from "../editor/document/part.ts";
import { SECTIONS } from "../editor/sections.ts";
import { describeProblem, pointerOfProblem } from "../editor/showing/place-problems.ts";
import type { OpenDraft } from "../open-draft.ts";
import { jsonAddress, partAddress } from "../places.ts";

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

/** What a part is called: its name, or its place. */
export function calledOf({ document, language }: OpenDraft, { section, part }: PartName): string {
  const say = messages(language);
  const title = say(`editor.section.${section.id}`);
  if (part === null) return title;
  if (section.shape === "fixed") return `${title}: ${say(`editor.part.${part}`)}`;
  const found = partsOf(document, section).find((one) => idOf(one) === part) ?? valueAt(document, section.pointer);
  const name = asFields(asFields(found).name)[language];
  return `${title}: ${typeof name === "string" ? name : part}`;
}

/** What the checker found in a draft, each a link to the part where it is mended. */
export function findingLines(draft: OpenDraft, findings: readonly RuleSetFinding[]): FindingLine[] {
  const { language, stored } = draft;
  return findings.map((found) => {
    const part = partAt(draft, pointerOfProblem(found));
    return {
      href: part ? partAddress(language, stored.id, part) : jsonAddress(language, stored.id),
      place: part ? calledOf(draft, part) : found.pointer || "JSON",
      message: describeProblem(language, found),
      isError: found.severity === "error",
    };
  });
}

import type { Section } from "../sections.ts";
import { sectionNamed } from "../sections.ts";
import { asFields, asList, type Fields, idOf } from "./fields.ts";
import { newId } from "./new-id.ts";
import { type PartName, partsOf, placeOf, withParts } from "./part.ts";

/** The names that attributes of activities cannot have: every activity has facts of these names. */
const FACTS_OF_ACTIVITIES = ["form", "organizer", "days", "units", "documents", "recognised"];

/** The readings with each pointer into a list as it is after the list changed; `moved` tells the new place. */
function repointed(document: Fields, { pointer }: Section, moved: (at: number) => number): Fields {
  const section = sectionNamed("interpretations") as Section;
  const target = new RegExp(`^${pointer}/(\\d+)(?=/|$)`);
  const readings = partsOf(document, section).map((reading) => {
    const { governs } = asFields(reading);
    if (!Array.isArray(governs)) return reading;
    const renamed = governs.map((one) =>
      typeof one === "string" ? one.replace(target, (_, at) => `${pointer}/${moved(Number(at))}`) : one,
    );
    return { ...asFields(reading), governs: renamed };
  });
  return withParts(document, section, readings);
}

/** The draft with a new part at the end of a list, and the id that it got: made of its English name. */
export function addPart(document: Fields, section: Section, value: Fields): { document: Fields; id: string } {
  const parts = partsOf(document, section);
  const reserved = section.id === "activity-attributes" ? FACTS_OF_ACTIVITIES : [];
  const taken = new Set([...parts.map((part) => idOf(part) ?? ""), ...reserved]);
  const { en } = asFields(value.name ?? value.text);
  const id = newId(typeof en === "string" ? en : "", taken, `${section.id}-${parts.length + 1}`);
  return { id, document: withParts(document, section, [...parts, { id, ...value }]) };
}

/** The draft without a part of a list. Only a part that no other one names may be taken away. */
export function removePart(document: Fields, name: PartName): Fields {
  const gone = placeOf(document, name);
  const rest = partsOf(document, name.section).filter((_, at) => at !== gone);
  return repointed(withParts(document, name.section, rest), name.section, (at) => (at > gone ? at - 1 : at));
}

/** The draft with a part of a list one place further up or down. */
export function movePart(document: Fields, name: PartName, by: 1 | -1): Fields {
  const from = placeOf(document, name);
  const parts = [...asList(partsOf(document, name.section))];
  const to = from + by;
  if (from < 0 || to < 0 || to >= parts.length) return document;
  [parts[from], parts[to]] = [parts[to], parts[from]];
  const moved = (at: number): number => (at === from ? to : at === to ? from : at);
  return repointed(withParts(document, name.section, parts), name.section, moved);
}

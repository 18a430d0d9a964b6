import type { Section } from "../sections.ts";
import { valueAt, withValueAt } from "./at-pointer.ts";
import { asFields, asList, type Fields, idOf } from "./fields.ts";
import { inSchemaOrder } from "./schema-order.ts";

/** A part of a draft: its section, and its name there; null where the section is the part. */
export interface PartName {
  section: Section;
  part: string | null;
}

/** The parts of a section that is a list. */
export const partsOf = (document: Fields, { pointer }: Section): readonly unknown[] =>
  asList(valueAt(document, pointer));

/** The place of a part in its list, the first being 0; -1 where it is not there. */
export const placeOf = (document: Fields, { section, part }: PartName): number =>
  partsOf(document, section).findIndex((one) => idOf(one) === part);

/** The JSON Pointer of a part, with its place in the list. */
export function pointerOf(document: Fields, name: PartName): string {
  const { section, part } = name;
  if (section.shape === "list") return `${section.pointer}/${placeOf(document, name)}`;
  return section.shape === "fixed" ? `${section.pointer}/${part}` : section.pointer;
}

/** What a draft holds as a part; undefined where it has no such part. */
export function partValue(document: Fields, name: PartName): unknown {
  const { section, part } = name;
  if (section.shape === "list") return partsOf(document, section)[placeOf(document, name)];
  return valueAt(document, section.shape === "fixed" ? `${section.pointer}/${part}` : section.pointer);
}

/** The draft with another list in a section; one that a rule set may do without is left out when it is empty. */
export function withParts(document: Fields, { pointer, needed }: Section, parts: readonly unknown[]): Fields {
  return inSchemaOrder(withValueAt(document, pointer, parts.length === 0 && !needed ? undefined : parts));
}

/** The draft with another value of a part. A part of a list keeps its id. */
export function withPart(document: Fields, name: PartName, value: Fields): Fields {
  const { section, part } = name;
  if (section.shape === "list") {
    const at = placeOf(document, name);
    const parts = partsOf(document, section).map((one, place) => (place === at ? { id: part, ...value } : one));
    return withParts(document, section, parts);
  }
  if (section.shape === "fields") {
    const cleared = section.fields.reduce<Fields>((rest, { key }) => withValueAt(rest, `/${key}`, undefined), document);
    return inSchemaOrder({ ...cleared, ...value });
  }
  return inSchemaOrder(withValueAt(document, pointerOf(document, name), asFields(value)));
}

import type { Request } from "express";
import { HttpError } from "../../http/http-error.ts";
import type { Fields } from "../editor/document/fields.ts";
import { type PartName, partValue } from "../editor/document/part.ts";
import { type Section, sectionNamed } from "../editor/sections.ts";

/** The section that an address names. */
export function sectionOf({ params }: Request): Section {
  const section = sectionNamed(params.section as string);
  if (!section) throw new HttpError(404);
  return section;
}

/** The part that an address names: of a list, or one of the fixed parts of a section. */
export function partNamed(request: Request, document: Fields): PartName {
  const name = { section: sectionOf(request), part: request.params.part as string };
  const isOne = name.section.shape === "list" || name.section.shape === "fixed";
  if (!isOne || partValue(document, name) === undefined) throw new HttpError(404);
  return name;
}

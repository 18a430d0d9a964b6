import type { Language } from "../../engine/index.ts";
import type { PartName } from "./editor/document/part.ts";

export const draftsAddress = (language: Language): string => `/${language}/workspace`;

export const draftAddress = (language: Language, draft: string): string =>
  `${draftsAddress(language)}/${encodeURIComponent(draft)}`;

export const sectionAddress = (language: Language, draft: string, section: string): string =>
  `${draftAddress(language, draft)}/edit/${section}`;

export const partAddress = (language: Language, draft: string, { section, part }: PartName): string =>
  sectionAddress(language, draft, section.id) + (part === null ? "" : `/${encodeURIComponent(part)}`);

export const titleAddress = (language: Language, draft: string): string => `${draftAddress(language, draft)}/title`;

export const jsonAddress = (language: Language, draft: string): string => `${draftAddress(language, draft)}/json`;

export const historyAddress = (language: Language, draft: string): string => `${draftAddress(language, draft)}/history`;

export const examplesAddress = (language: Language, draft: string): string =>
  `${draftAddress(language, draft)}/examples`;

export const exampleAddress = (language: Language, draft: string, example: string): string =>
  `${examplesAddress(language, draft)}/${encodeURIComponent(example)}`;

import type { Fields } from "../editor/document/fields.ts";
import type { PartName } from "../editor/document/part.ts";
import { type Act, readAct } from "../editor/reading/act.ts";
import { readFields } from "../editor/reading/read-field.ts";
import { factsOfDraft } from "../editor/showing/editing.ts";

/** What a form holds for a part, after what its button asked for. */
export interface ReadPart {
  value: Fields;
  /** What the button asked for beside saving; null where the part is to be saved. */
  act: Act | null;
}

/** Reads the form of a part of a draft. */
export function readPart(document: Fields, { section }: PartName, form: URLSearchParams): ReadPart {
  const act = readAct(form.get("do"));
  return { act, value: readFields(section.fields, { form, act, facts: factsOfDraft(document) }, "") };
}

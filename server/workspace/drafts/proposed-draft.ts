import { type AdoptedSet, lastRevision } from "../../adoption/adopted-sets.ts";
import { writeRuleSet } from "../../adoption/rule-set-text.ts";
import type { Actor, Draft } from "../../store/records.ts";
import type { Fields } from "../editor/document/fields.ts";
import { inSchemaOrder } from "../editor/document/schema-order.ts";
import { newDraft } from "./new-draft.ts";

/** A rule set that is proposed as a file. */
export interface Proposal {
  title: string;
  document: Fields;
  /** Why it corrects the adopted set of its own year; null for an amendment. */
  correction: string | null;
}

/** A draft with the text of a file: its year and revision are those that the draft gets, whatever the file says. */
export function proposedDraft(
  { title, document, correction }: Proposal,
  sets: readonly AdoptedSet[],
  day: string,
  by: Actor,
): Draft {
  const from = correction === null ? null : lastRevision(sets, Number(document.effectiveYear));
  const draft = newDraft({ title, from, correction }, sets, day, by);
  const { effectiveYear, revision } = JSON.parse(draft.text);
  return { ...draft, text: writeRuleSet(inSchemaOrder({ ...document, effectiveYear, revision })) };
}

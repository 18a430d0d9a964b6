import type { Actor, Draft } from "../store/records.ts";
import { demand } from "./adoption-refused.ts";

const together = (authors: readonly Actor[], by: Actor): Actor[] =>
  authors.some(({ account }) => account === by.account) ? [...authors] : [...authors, by];

/**
 * The draft with another text. Whoever changes it becomes an author; what was approved of another text is void, and
 * the draft has to be submitted again.
 * @throws {AdoptionRefused} where the draft has ended.
 */
export function editDraft(draft: Draft, text: string, by: Actor): Draft {
  demand(draft.status === "draft" || draft.status === "in-review", "not-a-draft");
  if (text === draft.text) return draft;
  return { ...draft, text, authors: together(draft.authors, by), status: "draft", review: null };
}

import type { Actor, Draft } from "../store/records.ts";
import { demand } from "./adoption-refused.ts";

/** What an edit may change of a draft. */
export type DraftEdit = Partial<Pick<Draft, "title" | "text">>;

const together = (authors: readonly Actor[], by: Actor): Actor[] =>
  authors.some(({ account }) => account === by.account) ? [...authors] : [...authors, by];

/**
 * The draft with another text or title. Whoever changes it becomes an author; what was approved of it before is void, and
 * it has to be submitted again: members approve what they read, and its title is part of that.
 * @throws {AdoptionRefused} where the draft has ended.
 */
export function editDraft(draft: Draft, { title = draft.title, text = draft.text }: DraftEdit, by: Actor): Draft {
  demand(draft.status === "draft" || draft.status === "in-review", "not-a-draft");
  if (text === draft.text && title === draft.title) return draft;
  return { ...draft, title, text, authors: together(draft.authors, by), status: "draft", review: null };
}

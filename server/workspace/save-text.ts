import { type DraftEdit, editDraft } from "../adoption/edit-draft.ts";
import { writeRuleSet } from "../adoption/rule-set-text.ts";
import type { ConflictingRecord } from "../store/change.ts";
import { Conflict } from "../store/failures.ts";
import type { Actor, Draft, Stored } from "../store/records.ts";
import type { Store } from "../store/store.ts";
import type { Fields } from "./editor/document/fields.ts";
import type { Sent } from "./sent.ts";

/** Who saves a draft, and with what form it was sent. */
export interface Saving extends Sent {
  by: Actor;
  /** Why, where an earlier text is put back. */
  reason?: string;
}

/**
 * Saves another title or text of a draft. What is as it was changes nothing.
 * @throws {Conflict} where somebody else saved since; @throws {AdoptionRefused} where the draft has ended.
 */
export async function saveEdit(
  store: Store,
  { id, state }: Stored<Draft>,
  saving: Saving,
  edit: DraftEdit,
): Promise<void> {
  const { by, from, submission, reason } = saving;
  const edited = editDraft(state, edit, by);
  if (edited === state) return;
  const records = [{ kind: "draft", id, from, state: edited }] as const;
  await store.commit({ action: "draft.save", by, submission, records, ...(reason === undefined ? {} : { reason }) });
}

/** Saves another text of a draft, as `saveEdit`. */
export const saveText = (
  store: Store,
  draft: Stored<Draft>,
  { document, ...saving }: Saving & { document: Fields },
): Promise<void> => saveEdit(store, draft, saving, { text: writeRuleSet(document) });

/** The draft as somebody else saved it, where a save was refused for that; else the error goes on. */
export function savedMeanwhile(error: unknown): Stored<Draft> {
  if (!(error instanceof Conflict)) throw error;
  const found = error.records.find(({ kind }: ConflictingRecord) => kind === "draft");
  if (!found?.kept) throw error;
  return found.kept as Stored<Draft>;
}

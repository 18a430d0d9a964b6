import { editDraft } from "../adoption/edit-draft.ts";
import { writeRuleSet } from "../adoption/rule-set-text.ts";
import type { ConflictingRecord } from "../store/change.ts";
import { Conflict } from "../store/failures.ts";
import type { Actor, Draft, Stored } from "../store/records.ts";
import type { Store } from "../store/store.ts";
import type { Fields } from "./editor/document/fields.ts";
import type { Sent } from "./sent.ts";

/** A save of a draft: which text, by whom, and with what form it was sent. */
export interface Saving extends Sent {
  by: Actor;
  document: Fields;
  /** Why, where an earlier text is put back. */
  reason?: string;
}

/**
 * Saves another text of a draft. A text that is as it was changes nothing.
 * @throws {Conflict} where somebody else saved since; @throws {AdoptionRefused} where the draft has ended.
 */
export async function saveText(store: Store, { id, state }: Stored<Draft>, saving: Saving): Promise<void> {
  const { by, document, from, submission, reason } = saving;
  const text = writeRuleSet(document);
  if (text === state.text) return;
  const records = [{ kind: "draft", id, from, state: editDraft(state, text, by) }] as const;
  await store.commit({ action: "draft.save", by, submission, records, ...(reason === undefined ? {} : { reason }) });
}

/** The draft as somebody else saved it, where a save was refused for that; else the error goes on. */
export function savedMeanwhile(error: unknown): Stored<Draft> {
  if (!(error instanceof Conflict)) throw error;
  const found = error.records.find(({ kind }: ConflictingRecord) => kind === "draft");
  if (!found?.kept) throw error;
  return found.kept as Stored<Draft>;
}

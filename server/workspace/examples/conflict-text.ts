import { messages } from "../../language/messages.ts";
import type { Store } from "../../store/store.ts";
import { lastSavedBy } from "../last-saved-by.ts";
import type { OpenDraft } from "../open-draft.ts";

/** That somebody else saved the draft meanwhile. */
export const conflictText = async (store: Store, { language, stored }: OpenDraft): Promise<string> =>
  messages(language)("editor.conflict.text", { name: await lastSavedBy(store, stored.id) });

import { lastChange } from "../store/last-change.ts";
import type { Store } from "../store/store.ts";

/** Who changed a draft last, by the log. */
export const lastSavedBy = async (store: Store, draft: string): Promise<string> => (await lastChange(store, draft)).by;

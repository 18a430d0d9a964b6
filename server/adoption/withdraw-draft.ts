import type { Draft } from "../store/records.ts";
import { demand } from "./adoption-refused.ts";

/**
 * The draft withdrawn by those who prepare it, with the reason.
 * @throws {AdoptionRefused} where it has ended, or no reason is given.
 */
export function withdrawDraft(draft: Draft, reason: string): Draft {
  demand(draft.status === "draft" || draft.status === "in-review", "not-a-draft");
  demand(reason.trim() !== "", "no-reason");
  return { ...draft, status: "withdrawn", ending: reason.trim() };
}

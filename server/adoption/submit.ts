import type { Store } from "../store/store.ts";
import { adoptedSets } from "./adopted-sets.ts";
import type { Submission } from "./submit-draft.ts";
import { submitDraft } from "./submit-draft.ts";
import { changeOf, takeStep } from "./take-step.ts";

export type Submitting = Omit<Submission, "adopted"> & { submission: string };

/**
 * Submits a draft to the members.
 * @throws {AdoptionRefused} as `submitDraft`.
 */
export function submit(store: Store, id: string, { submission, ...submitting }: Submitting): Promise<void> {
  return takeStep(store, id, { action: "draft.submit", by: submitting.by, submission }, async (draft) =>
    changeOf(draft, submitDraft(draft.state, { ...submitting, adopted: await adoptedSets(store) })),
  );
}

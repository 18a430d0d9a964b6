import type { Actor, Draft, Stored } from "../store/records.ts";
import type { Store } from "../store/store.ts";
import { type AdoptedSet, adoptedSets } from "./adopted-sets.ts";
import { adoptionOfDraft } from "./adoption-of-draft.ts";
import { AdoptionRefused } from "./adoption-refused.ts";
import { approveDraft } from "./approve-draft.ts";
import { isCarried, reviewOf } from "./review.ts";
import { restampDraft } from "./submit-draft.ts";
import { changeOf, type Taken, takeStep } from "./take-step.ts";

export interface Approving {
  by: Actor;
  submission: string;
  /** The hash of the text that the member read. */
  sha256: string;
  /** An instant in UTC, and its day in Asia/Almaty. */
  at: string;
  day: string;
}

/** The draft for the next year: its year turned before the last approval, so that what was approved is void. */
function stampedAnew(
  draft: Stored<Draft>,
  approved: Draft,
  adopted: readonly AdoptedSet[],
  { at, day }: Approving,
): Taken {
  const { submittedBy, quorum, members } = reviewOf(approved);
  const restamped = restampDraft(approved, { by: submittedBy, at, day, adopted, quorum, members });
  return { action: "draft.restamp", records: changeOf(draft, restamped) };
}

function adopted(draft: Stored<Draft>, approved: Draft, sets: readonly AdoptedSet[], approving: Approving): Taken {
  try {
    const records = adoptionOfDraft({ ...draft, state: approved }, sets, approving.day);
    return { action: "rule-set.adopt", records };
  } catch (error) {
    if (!(error instanceof AdoptionRefused) || error.code !== "year-has-turned") throw error;
    return stampedAnew(draft, approved, sets, approving);
  }
}

/**
 * Approves the text of a draft that has this hash. With the approval that the quorum needs, the rule set is adopted, in
 * the same change: on that day, and so in force from the next 1 January (clause 10.2).
 * @throws {AdoptionRefused} where the member may not approve, or the draft not be adopted.
 */
export function approve(store: Store, id: string, approving: Approving): Promise<void> {
  const { by, submission, at, sha256 } = approving;
  return takeStep(store, id, { action: "draft.approve", by, submission }, async (draft) => {
    const approved = approveDraft(draft.state, by, at, sha256);
    if (!isCarried(reviewOf(approved))) return changeOf(draft, approved);
    return adopted(draft, approved, await adoptedSets(store), approving);
  });
}

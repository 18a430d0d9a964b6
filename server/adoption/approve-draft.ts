import type { Actor, Draft, Review } from "../store/records.ts";
import { demand } from "./adoption-refused.ts";
import { isBy, reviewOf, standing } from "./review.ts";

/**
 * A member's approval of the text with this hash.
 * @throws {AdoptionRefused} where the draft is not in review, its text is another one, or the member wrote in it, has
 * approved already, or objects.
 */
export function approveDraft(draft: Draft, by: Actor, at: string, sha256: string): Draft {
  const review: Review = reviewOf(draft);
  demand(review.sha256 === sha256, "another-text");
  demand(!draft.authors.some(isBy(by)), "own-draft");
  demand(!review.approvals.some((approval) => isBy(by)(approval.by)), "approved-already");
  demand(!standing(review).some((objection) => isBy(by)(objection.by)), "objected-already");
  return { ...draft, review: { ...review, approvals: [...review.approvals, { by, at, sha256 }] } };
}

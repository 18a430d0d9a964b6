import type { Actor, Draft } from "../store/records.ts";
import { demand } from "./adoption-refused.ts";
import { isBy, isRejected, reviewOf, standing } from "./review.ts";

/**
 * A member's objection, with its reason; it takes the place of the member's approval. Where as many members object as
 * would have to approve, the draft is rejected.
 * @throws {AdoptionRefused} where the draft is not in review, no reason is given, or the member objects already.
 */
export function objectToDraft(draft: Draft, by: Actor, at: string, reason: string): Draft {
  const review = reviewOf(draft);
  demand(reason.trim() !== "", "no-reason");
  demand(!standing(review).some((objection) => isBy(by)(objection.by)), "objected-already");
  const after = {
    ...review,
    approvals: review.approvals.filter((approval) => !isBy(by)(approval.by)),
    objections: [...review.objections, { by, at, reason: reason.trim(), liftedAt: null }],
  };
  return { ...draft, review: after, status: isRejected(after) ? "rejected" : draft.status };
}

/**
 * The member's objection lifted again: only its author can.
 * @throws {AdoptionRefused} where the draft is not in review, or the member has no objection.
 */
export function liftObjection(draft: Draft, by: Actor, at: string): Draft {
  const review = reviewOf(draft);
  demand(
    standing(review).some((objection) => isBy(by)(objection.by)),
    "no-objection",
  );
  const objections = review.objections.map((objection) =>
    objection.liftedAt === null && isBy(by)(objection.by) ? { ...objection, liftedAt: at } : objection,
  );
  return { ...draft, review: { ...review, objections } };
}

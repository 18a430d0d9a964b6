import type { Actor, Draft, Objection, Review } from "../store/records.ts";
import { demand } from "./adoption-refused.ts";

/** Whether an actor is this one. */
export const isBy =
  (one: Actor) =>
  (other: Actor): boolean =>
    one.account === other.account;

/** The objections that have not been lifted. */
export const standing = ({ objections }: Review): Objection[] => objections.filter(({ liftedAt }) => liftedAt === null);

/**
 * The review that a draft is in.
 * @throws {AdoptionRefused} where it is in none.
 */
export function reviewOf({ status, review }: Draft): Review {
  demand(status === "in-review" && review !== null, "not-in-review");
  return review;
}

/** How many approvals outvote a standing objection: two thirds of all members. */
export const outvotedBy = ({ members }: Review): number => Math.ceil((members * 2) / 3);

/** Whether the members have adopted the text: the quorum approves, and no objection stands or it is outvoted. */
export function isCarried(review: Review): boolean {
  const approvals = review.approvals.filter(({ sha256 }) => sha256 === review.sha256).length;
  const needed = standing(review).length > 0 ? Math.max(review.quorum, outvotedBy(review)) : review.quorum;
  return approvals >= needed;
}

/** Whether the members have rejected it: as many object as would have to approve. */
export const isRejected = (review: Review): boolean => standing(review).length >= review.quorum;

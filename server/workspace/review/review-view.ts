import type { Language } from "../../../engine/index.ts";
import { isBy, outvotedBy, standing } from "../../adoption/review.ts";
import type { Action } from "../../authorisation/actions.ts";
import { formatInstant } from "../../language/instants.ts";
import { messages } from "../../language/messages.ts";
import type { Actor, Draft, Review } from "../../store/records.ts";

const voices = (language: Language, voiced: readonly { by: Actor; at: string }[]) =>
  voiced.map(({ by, at }) => ({ name: by.name, at: formatInstant(language, at) }));

/** How a review stands, for whoever reads it. */
export function reviewView(language: Language, review: Review, reader: Actor) {
  const say = messages(language);
  const objections = standing(review);
  return {
    sha256: review.sha256,
    submitted: say("review.submitted", {
      name: review.submittedBy.name,
      at: formatInstant(language, review.submittedAt),
    }),
    progress: say("review.progress", { approvals: review.approvals.length, quorum: review.quorum }),
    outvoting: objections.length > 0 ? say("review.outvoting", { approvals: outvotedBy(review) }) : null,
    approvals: voices(language, review.approvals),
    objections: review.objections.map(({ by, at, reason, liftedAt }) => ({
      name: by.name,
      at: formatInstant(language, at),
      reason,
      lifted: liftedAt === null ? null : formatInstant(language, liftedAt),
    })),
    hasApproved: review.approvals.some(({ by }) => isBy(reader)(by)),
    objects: objections.some(({ by }) => isBy(reader)(by)),
  };
}

/** What the reader may do with a draft now. */
export interface Ways {
  submit: boolean;
  withdraw: boolean;
  approve: boolean;
  object: boolean;
  lift: boolean;
  remark: boolean;
  look: boolean;
}

/** The ways that are open: by what the account may do, how the draft stands, and what the reader did already. */
export function waysOf(draft: Draft, reader: Actor, may: (action: Action) => boolean): Ways {
  const { status, review, authors } = draft;
  const inReview = status === "in-review" && review !== null;
  const objects = inReview && standing(review).some(({ by }) => isBy(reader)(by));
  const hasApproved = inReview && review.approvals.some(({ by }) => isBy(reader)(by));
  const isAuthor = authors.some(isBy(reader));
  const goesOn = status === "draft" || status === "in-review";
  return {
    submit: status === "draft" && may("draft.submit"),
    withdraw: goesOn && may("draft.withdraw"),
    approve: inReview && !isAuthor && !hasApproved && !objects && may("draft.approve"),
    object: inReview && !objects && may("draft.object"),
    lift: objects && may("draft.lift-objection"),
    remark: goesOn && may("draft.remark"),
    look: goesOn && may("draft.look"),
  };
}

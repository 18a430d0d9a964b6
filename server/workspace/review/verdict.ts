import type { AdoptedSet } from "../../adoption/adopted-sets.ts";
import { amendmentOn } from "../../adoption/adopted-sets.ts";
import { isBy } from "../../adoption/review.ts";
import { messages } from "../../language/messages.ts";
import type { Actor } from "../../store/records.ts";
import type { OpenDraft } from "../open-draft.ts";
import type { Ways } from "./review-view.ts";

/** The sentence that answers how a draft stands, on a day in Asia/Almaty. */
export function verdict({ language, stored }: OpenDraft, adopted: readonly AdoptedSet[], today: string): string {
  const say = messages(language);
  const { status, ending, correction } = stored.state;
  const own = adopted.find(({ draft }) => draft === stored.id);
  if (own) return say("review.adopted", { year: String(own.effectiveYear), revision: own.revision });
  if (status === "rejected") return say("review.rejected");
  if (status === "withdrawn") return say("review.withdrawn", { reason: ending ?? "" });
  if (correction !== null) return say("review.correction");
  return say("review.would-be", { year: String(amendmentOn(today, adopted).place.effectiveYear) });
}

/** Why a reader who is asked to approve cannot; null where nobody would ask. */
export function whyNot({ language, stored }: OpenDraft, reader: Actor, { approve }: Ways, isMember: boolean) {
  const { status, authors, review } = stored.state;
  if (approve || status !== "in-review" || !review) return null;
  if (authors.some(isBy(reader))) return messages(language)("adoption.own-draft");
  return isMember && review.approvals.some(({ by }) => isBy(reader)(by))
    ? messages(language)("adoption.approved-already")
    : null;
}

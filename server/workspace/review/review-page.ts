import { type AdoptedSet, amendmentOn } from "../../adoption/adopted-sets.ts";
import type { AdoptionRefused } from "../../adoption/adoption-refused.ts";
import { isBy } from "../../adoption/review.ts";
import type { Action } from "../../authorisation/actions.ts";
import { formatInstant } from "../../language/instants.ts";
import { messages } from "../../language/messages.ts";
import type { Actor } from "../../store/records.ts";
import { draftHead, type OpenDraft } from "../open-draft.ts";
import { draftAddress } from "../places.ts";
import { newSubmission } from "../sent.ts";
import { changeLines, parsed } from "./change-lines.ts";
import { exampleLines } from "./example-lines.ts";
import { reviewView, type Ways, waysOf } from "./review-view.ts";

/** What the page of a review shows. */
export interface ReviewState {
  draft: OpenDraft;
  adopted: readonly AdoptedSet[];
  reader: Actor;
  /** The day in Asia/Almaty. */
  today: string;
  may(action: Action): boolean;
  /** Why what was asked for was refused. */
  refused: AdoptionRefused | null;
  /** What was typed and could not be taken. */
  typed: URLSearchParams;
}

/** The sentence that answers how it stands. */
function verdict({ draft: { language, stored }, adopted, today }: ReviewState): string {
  const say = messages(language);
  const { status, ending, correction } = stored.state;
  const own = adopted.find(({ draft }) => draft === stored.id);
  if (own) return say("review.adopted", { year: String(own.effectiveYear), revision: own.revision });
  if (status === "rejected") return say("review.rejected");
  if (status === "withdrawn") return say("review.withdrawn", { reason: ending ?? "" });
  if (correction !== null) return say("review.correction");
  return say("review.would-be", { year: String(amendmentOn(today, adopted).place.effectiveYear) });
}

function remarksView({ draft: { language, stored } }: ReviewState) {
  return stored.state.remarks.map(({ by, at, pointer, text }) => ({
    name: by.name,
    at: formatInstant(language, at),
    pointer,
    text,
  }));
}

/** Why the reader cannot approve, where somebody might ask. */
function whyNot({ draft: { language, stored }, reader, may }: ReviewState, { approve }: Ways): string | null {
  const { status, authors, review } = stored.state;
  if (approve || status !== "in-review" || !review) return null;
  if (authors.some(isBy(reader))) return messages(language)("adoption.own-draft");
  return may("draft.approve") && review.approvals.some(({ by }) => isBy(reader)(by))
    ? messages(language)("adoption.approved-already")
    : null;
}

/** Builds the page of a review: what changes, whether the examples hold, who approves, who objects. */
export function reviewPage(state: ReviewState) {
  const { draft, adopted, reader, may, refused, typed } = state;
  const { language, stored } = draft;
  const say = messages(language);
  const base = adopted.find(({ ruleSet }) => ruleSet === stored.state.basedOn) ?? null;
  const ruleSet = parsed(stored.state.text);
  const ways = waysOf(stored.state, reader, may);
  const title = say("review.title");
  return {
    head: { title: refused ? say("form.error-title", { title }) : title, section: "workspace" as const },
    model: {
      ...draftHead(draft),
      heading: title,
      verdict: verdict(state),
      refused: refused && say(`adoption.${refused.code}`, refused.params),
      mayRebase: refused?.code === "old-base" && may("draft.rebase"),
      here: `${draftAddress(language, stored.id)}/review`,
      sentences: ruleSet && `${draftAddress(language, stored.id)}/sentences`,
      impact: ruleSet && `${draftAddress(language, stored.id)}/impact`,
      submission: newSubmission(),
      base: base && say("diff.set", { year: base.effectiveYear, revision: base.revision }),
      changes: changeLines(language, stored.state, base, reader),
      isWhole: ruleSet !== null,
      examples: ruleSet ? exampleLines(language, ruleSet) : [],
      review: stored.state.review && reviewView(language, stored.state.review, reader),
      remarks: remarksView(state),
      ways,
      hasWays: Object.values(ways).some(Boolean),
      whyNot: whyNot(state, ways),
      reason: typed.get("reason") ?? "",
    },
  };
}

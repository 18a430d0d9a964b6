import type { Problem } from "../../../engine/index.ts";
import { plainField } from "../../chamber/plain-field.ts";
import { messages } from "../../language/messages.ts";
import { describeProblem } from "../editor/showing/place-problems.ts";
import { draftHead, type OpenDraft } from "../open-draft.ts";
import type { ConflictView } from "../parts/conflict-view.ts";
import { titleAddress } from "../places.ts";
import { newSubmission } from "../sent.ts";

/** How the page of a draft's title is asked for: with what was typed, and why it was not saved. */
export interface TitleState {
  typed: string;
  problems: readonly Problem[];
  conflict: ConflictView | null;
}

/** The page on which a draft gets another title. */
export function titlePage(draft: OpenDraft, { typed, problems, conflict }: TitleState) {
  const { language, stored } = draft;
  const say = messages(language);
  const heading = say("draft.rename.title");
  const errors = problems.map((found) => describeProblem(language, found));
  return {
    head: {
      title: errors.length > 0 ? say("form.error-title", { title: heading }) : heading,
      section: "workspace" as const,
    },
    model: {
      ...draftHead(draft),
      heading,
      action: titleAddress(language, stored.id),
      submission: newSubmission(),
      conflict,
      isInReview: stored.state.status === "in-review",
      field: plainField({ id: "title", label: say("drafts.new.field.title"), value: typed, error: errors[0] ?? null }),
      form: { errors: errors.map((message) => ({ href: "#title", place: null, message })) },
    },
  };
}

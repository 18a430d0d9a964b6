import type { AdoptedSet } from "../../adoption/adopted-sets.ts";
import type { AdoptionRefused } from "../../adoption/adoption-refused.ts";
import type { Action } from "../../authorisation/actions.ts";
import { messages } from "../../language/messages.ts";
import type { Actor } from "../../store/records.ts";
import { draftHead, type OpenDraft } from "../open-draft.ts";
import { draftAddress } from "../places.ts";
import { newSubmission } from "../sent.ts";
import { changeLines, changesOf, parsed } from "./change-lines.ts";
import { exampleLines } from "./example-lines.ts";
import { commentLines, pinChoices } from "./pinned.ts";
import { reviewFindings } from "./review-findings.ts";
import { reviewView, waysOf } from "./review-view.ts";
import { verdict, whyNot } from "./verdict.ts";

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

/** Builds the page of a review: what changes, whether the examples hold, who approves, who objects. */
export async function reviewPage(state: ReviewState) {
  const { draft, adopted, reader, today, may, refused, typed } = state;
  const { language, stored } = draft;
  const say = messages(language);
  const base = adopted.find(({ ruleSet }) => ruleSet === stored.state.basedOn) ?? null;
  const ruleSet = parsed(stored.state.text);
  const examples = ruleSet ? exampleLines(language, ruleSet) : [];
  const ways = waysOf(stored.state, reader, may);
  const title = say("review.title");
  return {
    head: { title: refused ? say("form.error-title", { title }) : title, section: "workspace" as const },
    model: {
      ...draftHead(draft),
      heading: title,
      verdict: verdict(draft, adopted, today),
      refused: refused && say(`adoption.${refused.code}`, refused.params),
      mayRebase: refused?.code === "old-base" && may("draft.rebase"),
      here: `${draftAddress(language, stored.id)}/review`,
      sentences: ruleSet && `${draftAddress(language, stored.id)}/sentences`,
      impact: ruleSet && `${draftAddress(language, stored.id)}/impact`,
      submission: newSubmission(),
      base: base && say("diff.set", { year: base.effectiveYear, revision: base.revision }),
      changes: changeLines(language, stored.state, base, reader),
      findings: await reviewFindings(draft, examples.filter(({ holds }) => !holds).length),
      isWhole: ruleSet !== null,
      examples,
      review: stored.state.review && reviewView(language, stored.state.review, reader),
      remarks: commentLines(draft),
      pins: pinChoices(draft, changesOf(stored.state, base) ?? [], typed.get("pointer") ?? ""),
      ways,
      hasStanding: stored.state.review !== null || ways.submit || ways.withdraw,
      whyNot: whyNot(draft, reader, ways, may("draft.approve")),
      reason: typed.get("reason") ?? "",
    },
  };
}

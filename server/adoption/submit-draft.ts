import { diffRuleSets, parseRuleSet } from "../../engine/index.ts";
import type { Actor, Draft } from "../store/records.ts";
import type { AdoptedSet, Place } from "./adopted-sets.ts";
import { demand } from "./adoption-refused.ts";
import { baseOfDraft } from "./base-of-draft.ts";
import { passGate } from "./gate.ts";
import { stamp } from "./rule-set-text.ts";

export interface Submission {
  by: Actor;
  /** An instant in UTC, and its day in Asia/Almaty. */
  at: string;
  day: string;
  adopted: readonly AdoptedSet[];
  /** How many members have to approve, and how many there are: frozen from here on. */
  quorum: number;
  members: number;
}

const changesNothing = (base: AdoptedSet, text: string): boolean =>
  diffRuleSets(parseRuleSet(base.text), parseRuleSet(text)).length === 0;

/**
 * The draft in review, its text stamped with the year and revision that it would get on that day. What passes the gate is
 * the very text that the members are asked to approve.
 */
function inReview(draft: Draft, place: Place, submission: Submission): Draft {
  const { by, at, quorum, members } = submission;
  const text = stamp(draft.text, place);
  const review = {
    submittedBy: by,
    submittedAt: at,
    sha256: passGate(text),
    quorum,
    members,
    approvals: [],
    objections: [],
  };
  return { ...draft, text, status: "in-review", review };
}

/**
 * Submits a draft to the members.
 * @throws {AdoptionRefused} where it has errors, changes nothing, or follows a set that has been followed already.
 */
export function submitDraft(draft: Draft, submission: Submission): Draft {
  demand(draft.status === "draft", "not-a-draft");
  const { base, place } = baseOfDraft(draft, submission.adopted, submission.day);
  const submitted = inReview(draft, place, submission);
  demand(!base || !changesNothing(base, submitted.text), "nothing-changed");
  return submitted;
}

/**
 * Stamps a draft in review anew, because its year has turned or a set was adopted before it: its approvals are void.
 */
export function restampDraft(draft: Draft, submission: Submission): Draft {
  const { place } = baseOfDraft(draft, submission.adopted, submission.day);
  return inReview(draft, place, submission);
}

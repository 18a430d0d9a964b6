import { hashOf } from "../../../engine/hash.ts";
import { messages } from "../../language/messages.ts";
import type { DecidedReport } from "../../report-check/decide-report.ts";
import { decisionView } from "../../report-check/decision/decision-view.ts";
import type { OpenDraft } from "../open-draft.ts";
import { draftAddress } from "../places.ts";

/** Marks what a decision under a draft was shown on: nothing is taken as expected but what was shown. */
export const markOf = ({ case: theCase, decision }: DecidedReport): string => hashOf([theCase, decision.asOf]);

/** The view of a decision under a draft: it names the draft where others name the rules in force. */
export function triedDecision({ language, stored }: OpenDraft, decided: DecidedReport) {
  const view = decisionView(language, decided);
  const name = messages(language)("examples.under-draft", { title: stored.state.title });
  return { ...view, decidedBy: { ...view.decidedBy, href: draftAddress(language, stored.id), name } };
}

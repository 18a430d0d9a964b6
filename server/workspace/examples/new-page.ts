import { messages } from "../../language/messages.ts";
import { fieldErrors } from "../../report-check/field-errors.ts";
import { formView } from "../../report-check/form-view.ts";
import { draftHead, type OpenDraft } from "../open-draft.ts";
import { examplesAddress } from "../places.ts";
import { newSubmission } from "../sent.ts";
import type { EntryState } from "./enter-example.ts";
import { nameFields } from "./example-name.ts";
import { markOf, triedDecision } from "./tried-decision.ts";

/** The page on which an example is entered as a report, and the decision under the draft is taken as expected. */
export function newPage(draft: OpenDraft, state: EntryState) {
  const { typed, rules, decided = null, problems = [], focus = null, changed = false, conflict = null } = state;
  const { language, stored } = draft;
  const say = messages(language);
  const errors = fieldErrors(language, rules.ruleSet, problems, typed);
  const title = say("examples.new.title");
  const address = examplesAddress(language, stored.id);
  return {
    head: {
      title: errors.length > 0 ? say("form.error-title", { title }) : title,
      section: "workspace" as const,
      keeps: { form: "report", button: decided ? "decide" : "show" },
    },
    model: {
      ...draftHead(draft),
      heading: title,
      section: { href: address, title: say("examples.title") },
      action: `${address}/new`,
      submission: newSubmission(),
      seen: decided && markOf(decided.report),
      form: { ...formView({ language, typed, rules, errors, focus }), errors },
      decision: decided && triedDecision(draft, decided.report),
      take: decided && { name: nameFields(decided.name), form: "report", value: "take", changed },
      conflict,
    },
  };
}

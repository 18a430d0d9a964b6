import type { Example } from "../../../engine/schema/rule-set.ts";
import { messages } from "../../language/messages.ts";
import { fieldErrors } from "../../report-check/field-errors.ts";
import { formView } from "../../report-check/form-view.ts";
import { draftHead, type OpenDraft } from "../open-draft.ts";
import { exampleAddress, examplesAddress } from "../places.ts";
import { newSubmission } from "../sent.ts";
import type { EntryState } from "./enter-example.ts";
import { nameFields } from "./example-name.ts";
import { carriedExpectation, placeViews } from "./expected/expectation-form.ts";
import { markOf, triedDecision } from "./tried-decision.ts";

/** What is expected, place by place, beside what is decided now; nothing while nothing is decided. */
function expectedView(draft: OpenDraft, { expect }: Example, { decided, rules, form }: EntryState) {
  if (!decided) return null;
  const { ruleSet } = rules;
  const { decision } = decided.report;
  const places = placeViews(draft.language, { ruleSet, decision, expectation: expect, form });
  return { places, name: nameFields(decided.name) };
}

/** The page on which an example is changed: what it is called, its report, and what is expected of the decision. */
export function editPage(draft: OpenDraft, example: Example, state: EntryState) {
  const { typed, rules, form, decided = null, problems = [], focus = null, changed, unread, conflict } = state;
  const { language, stored } = draft;
  const say = messages(language);
  const expected = expectedView(draft, example, state);
  const inReport = fieldErrors(language, rules.ruleSet, problems, typed);
  const wrong = unread && expected ? expected.places.filter(({ error }) => error !== null) : [];
  const ofPlaces = wrong.map(({ id, label, error }) => ({ href: `#${id}`, place: label, message: error }));
  const nothing = { href: "#expected", place: null, message: say("examples.expected.nothing") };
  const errors = [...inReport, ...(unread && ofPlaces.length === 0 ? [nothing] : ofPlaces)];
  const title = say("examples.edit.title", { name: example.name[language] });
  return {
    head: {
      title: errors.length > 0 ? say("form.error-title", { title }) : title,
      section: "workspace" as const,
      keeps: { form: "report", button: "decide" },
    },
    model: {
      ...draftHead(draft),
      heading: title,
      section: { href: examplesAddress(language, stored.id), title: say("examples.title") },
      action: `${exampleAddress(language, stored.id, example.id)}/edit`,
      submission: newSubmission(),
      seen: decided && markOf(decided.report),
      form: { ...formView({ language, typed, rules, errors: inReport, focus }), errors },
      decision: decided && triedDecision(draft, decided.report),
      expected,
      carried: expected ? [] : carriedExpectation(form),
      changed: changed ?? false,
      conflict: conflict ?? null,
    },
  };
}

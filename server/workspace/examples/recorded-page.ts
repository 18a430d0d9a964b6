import type { Problem } from "../../../engine/index.ts";
import { plainField } from "../../chamber/plain-field.ts";
import { messages } from "../../language/messages.ts";
import { describe } from "../../report-check/field-errors.ts";
import type { Chamber, Stored } from "../../store/records.ts";
import { draftHead, type OpenDraft } from "../open-draft.ts";
import { examplesAddress } from "../places.ts";
import { newSubmission } from "../sent.ts";
import { nameFields } from "./example-name.ts";
import type { Wanted } from "./recorded-case.ts";
import type { TakeState } from "./take-example.ts";
import { markOf, triedDecision } from "./tried-decision.ts";

/** How the choice of a recorded case stands. */
export interface RecordedState extends TakeState {
  chambers: readonly Stored<Chamber>[];
  wanted: Wanted;
  /** Why the draft refuses the case. */
  problems?: readonly Problem[];
  notFound?: boolean;
}

function fieldsOf({ language }: OpenDraft, { chambers, wanted }: RecordedState) {
  const say = messages(language);
  const choices = chambers.map(({ id, state }) => ({
    value: id,
    text: state.name[language],
    selected: id === wanted.chamber,
  }));
  return {
    chamber: plainField({
      id: "chamber",
      label: say("examples.recorded.chamber"),
      error: null,
      kind: "choice",
      choices,
    }),
    year: plainField({ id: "year", label: say("field.reporting-year"), value: wanted.year, error: null, kind: "year" }),
    consultant: plainField({
      id: "consultant",
      label: say("examples.recorded.consultant"),
      hint: say("examples.recorded.consultant.hint"),
      value: wanted.consultant,
      error: null,
    }),
  };
}

function errorsOf({ language }: OpenDraft, { problems = [], notFound = false }: RecordedState) {
  const missing = { href: "#consultant", place: null, message: messages(language)("examples.recorded.not-found") };
  const refused = problems.map((found) => ({ href: "#chamber", place: null, message: describe(language, found) }));
  return notFound ? [missing] : refused;
}

/** The page on which a recorded case is chosen, and its decision under the draft, without names, taken as expected. */
export function recordedPage(draft: OpenDraft, state: RecordedState) {
  const { wanted, decided = null, changed = false, conflict = null } = state;
  const { language, stored } = draft;
  const say = messages(language);
  const errors = errorsOf(draft, state);
  const title = say("examples.recorded.title");
  const address = examplesAddress(language, stored.id);
  return {
    head: { title: errors.length > 0 ? say("form.error-title", { title }) : title, section: "workspace" as const },
    model: {
      ...draftHead(draft),
      heading: title,
      section: { href: address, title: say("examples.title") },
      action: `${address}/recorded`,
      submission: newSubmission(),
      wanted,
      fields: fieldsOf(draft, state),
      form: { errors },
      seen: decided && markOf(decided.report),
      decision: decided && triedDecision(draft, decided.report),
      take: decided && { name: nameFields(decided.name), form: "take", value: "take", changed },
      conflict,
    },
  };
}

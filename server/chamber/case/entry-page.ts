import type { Language, Problem } from "../../../engine/index.ts";
import { messages } from "../../language/messages.ts";
import type { PageHead } from "../../pages/page.ts";
import { decisionView } from "../../report-check/decision/decision-view.ts";
import { describe, fieldErrors } from "../../report-check/field-errors.ts";
import { formView } from "../../report-check/form-view.ts";
import { printedFoot } from "../../rules-in-force/printed-foot.ts";
import { addressOf, caseAddress } from "../places.ts";
import { backToYear } from "../year/back-to-year.ts";
import { conflictView } from "./conflict-view.ts";
import { correctedBy, type Entry } from "./entry.ts";
import { type FormState, markOf } from "./form-state.ts";

const isOnReason = ({ pointer }: Problem): boolean => pointer === "/reason";

/** Where the form is sent: a first decision and a correction have addresses of their own. */
function actionOf(language: Language, entry: Entry): string {
  const { chamber, year, consultant } = entry;
  if (correctedBy(entry) !== null) return `${caseAddress(language, chamber.id, year, consultant.id)}/correct`;
  return `${addressOf(language, chamber.id, year)}/new?consultant=${encodeURIComponent(consultant.id)}`;
}

/** Where the reader came from: the list for a first decision, the case for a correction of it. */
function backLink(language: Language, entry: Entry) {
  if (correctedBy(entry) === null) return backToYear(language, entry);
  const { chamber, year, consultant } = entry;
  const text = messages(language)("entry.title", { name: consultant.name, year: String(year) });
  return { href: caseAddress(language, chamber.id, year, consultant.id), text };
}

function errorsOf(language: Language, { rules }: Entry, { problems = [], typed }: FormState) {
  const say = messages(language);
  const ofReason = problems.filter(isOnReason).map((found) => ({
    name: "/reason",
    href: "#reason",
    place: say("entry.reason"),
    message: describe(language, found),
  }));
  return [
    ...ofReason,
    ...fieldErrors(
      language,
      rules.ruleSet,
      problems.filter((found) => !isOnReason(found)),
      typed,
    ),
  ];
}

/** What stands beside the decision: the way to record it, with the reason where it corrects another. */
function recordingView(language: Language, entry: Entry, { reason, changed = false }: FormState, error: string | null) {
  const say = messages(language);
  const corrects = correctedBy(entry);
  return {
    changed,
    correction: corrects === null ? null : say("entry.corrects", { number: corrects }),
    reason,
    error,
    button: say(corrects === null ? "entry.record" : "entry.record-correction"),
  };
}

/** Builds the page on which a case is entered or corrected: the form, and above it the decision that may be recorded. */
export function entryPage(language: Language, entry: Entry, state: FormState): { head: PageHead; model: object } {
  const { typed, decided = null, conflict, focus = null, from, submission, reason } = state;
  const say = messages(language);
  const errors = errorsOf(language, entry, state);
  const year = String(entry.year);
  const named = { name: entry.consultant.name, year };
  const title = correctedBy(entry) === null ? say("entry.title", named) : say("entry.title-correction", named);
  return {
    head: {
      title: errors.length > 0 ? say("form.error-title", { title }) : title,
      section: "chambers",
      keeps: { form: "report", button: decided ? "decide" : "show" },
      ...(decided ? { printed: printedFoot(language, decided.rules) } : {}),
    },
    model: {
      heading: title,
      back: backLink(language, entry),
      form: { ...formView({ language, typed, rules: entry.rules, errors, focus }), errors },
      action: actionOf(language, entry),
      hidden: { version: from, submission, reason: decided ? null : reason, seen: decided ? markOf(decided) : null },
      conflict: conflict ? conflictView(language, entry, typed, conflict) : null,
      decision: decided ? decisionView(language, decided) : null,
      recording: decided
        ? recordingView(language, entry, state, errors.find(({ name }) => name === "/reason")?.message ?? null)
        : null,
    },
  };
}

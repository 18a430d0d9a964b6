import type { Language, Problem } from "../../../engine/index.ts";
import { messages } from "../../language/messages.ts";
import type { PageHead } from "../../pages/page.ts";
import type { Choice } from "../../report-check/field-choices.ts";
import { describe, type FieldError, fieldErrors } from "../../report-check/field-errors.ts";
import { formView } from "../../report-check/form-view.ts";
import type { TypedReport } from "../../report-check/typed-report.ts";
import type { Chamber, Stored } from "../../store/records.ts";
import { chambersByName } from "../chambers-by-name.ts";
import { plainField } from "../plain-field.ts";
import { registerAddress, registrationAddress } from "./places.ts";
import { CHAMBER, NAME, NUMBER, type Registration } from "./registration.ts";
import { registrationConflict } from "./registration-conflict.ts";
import type { RegisteredMeanwhile } from "./save-registration.ts";

/** How the entering of a consultant stands. */
export interface RegistrationState {
  typed: TypedReport;
  from: number;
  submission: string;
  chambers: readonly Stored<Chamber>[];
  problems?: readonly Problem[];
  meanwhile?: RegisteredMeanwhile;
  focus?: string;
}

/** The fields that the form has beside those of a case: the id of each in the page, and its wording. */
const OWN_FIELDS: Readonly<Record<string, string>> = { [NUMBER]: "number", [NAME]: "name", [CHAMBER]: "chamber" };

function errorsOf(language: Language, { rules }: Registration, { problems = [], typed }: RegistrationState) {
  const own = problems.flatMap((found): FieldError[] => {
    const id = OWN_FIELDS[found.pointer];
    const place = id && messages(language)(`register.field.${id}`);
    return id && place ? [{ name: found.pointer, href: `#${id}`, place, message: describe(language, found) }] : [];
  });
  const ofCase = problems.filter(({ pointer }) => OWN_FIELDS[pointer] === undefined);
  return [...own, ...fieldErrors(language, rules?.ruleSet ?? null, ofCase, typed)];
}

const chamberChoices = (language: Language, chambers: readonly Stored<Chamber>[], chosen: string): Choice[] =>
  chambersByName(language, chambers).map(({ id, state }) => ({
    value: id,
    text: state.name[language],
    selected: id === chosen,
  }));

function ownField(language: Language, { typed }: RegistrationState, errors: readonly FieldError[], name: string) {
  const say = messages(language);
  const id = OWN_FIELDS[name] as string;
  const hint = `register.field.${id}.hint`;
  return plainField({
    ...{ id, name, label: say(`register.field.${id}`), value: typed.fields.get(name) ?? "" },
    hint: say.has(hint) ? say(hint) : null,
    kind: id === "number" ? "text" : "form",
    error: errors.find((found) => found.name === name)?.message ?? null,
  });
}

/** Builds the page on which a consultant is entered into a chamber's list, or what it says of them is changed. */
export function registrationPage(
  language: Language,
  registration: Registration,
  state: RegistrationState,
): { head: PageHead; model: object } {
  const { chamber, kept, rules } = registration;
  const { typed, from, submission, chambers, meanwhile, focus = null } = state;
  const say = messages(language);
  const errors = errorsOf(language, registration, state);
  const title = kept ? kept.state.name : say("register.new.title");
  const address = registerAddress(language, chamber.id);
  return {
    head: {
      title: errors.length > 0 ? say("form.error-title", { title }) : title,
      section: "chambers",
      keeps: { form: "report", button: "show" },
    },
    model: {
      heading: title,
      lead: say(kept ? "register.change.lead" : "register.new.lead"),
      number: kept && say("register.number", { number: kept.id }),
      back: { href: address, text: say("register.title") },
      action: kept ? registrationAddress(language, chamber.id, kept.id) : `${address}/new`,
      hidden: { version: from, submission },
      form: { ...formView({ language, typed, rules, errors, focus }), errors },
      own: {
        number: kept ? null : ownField(language, state, errors, NUMBER),
        name: ownField(language, state, errors, NAME),
        chamber: kept && {
          ...ownField(language, state, errors, CHAMBER),
          choices: chamberChoices(language, chambers, typed.fields.get(CHAMBER) ?? ""),
        },
      },
      conflict: meanwhile ? registrationConflict(language, registration, state, meanwhile) : null,
    },
  };
}

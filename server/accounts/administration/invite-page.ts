import type { Language, Problem } from "../../../engine/index.ts";
import { messages } from "../../language/messages.ts";
import type { PageHead } from "../../pages/page.ts";
import type { Chamber, Stored } from "../../store/records.ts";
import { errorLines, fieldViews } from "../form/form-field.ts";
import { grantFields } from "./grant-fields.ts";

/** What the page of an invitation shows. */
export interface InviteState {
  typed: URLSearchParams;
  problems: readonly Problem[];
  chambers: readonly Stored<Chamber>[];
  submission: string;
}

const FIELDS = [
  { name: "name", label: "name" },
  { name: "login", label: "login", hint: true },
];

/** Builds the page on which somebody is invited. */
export function invitePage(language: Language, state: InviteState): { head: PageHead; model: object } {
  const say = messages(language);
  const { typed, problems, chambers, submission } = state;
  const title = say("accounts.invite.title");
  return {
    head: { title: problems.length > 0 ? say("form.error-title", { title }) : title, section: "accounts" },
    model: {
      heading: title,
      action: `/${language}/accounts/new`,
      back: `/${language}/accounts`,
      submission,
      fields: Object.values(fieldViews(language, FIELDS, typed, problems)),
      grant: grantFields(language, chambers, typed, problems),
      form: { errors: errorLines(language, problems) },
    },
  };
}

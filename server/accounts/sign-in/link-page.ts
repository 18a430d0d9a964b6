import type { Language, Problem } from "../../../engine/index.ts";
import { formatInstant } from "../../language/instants.ts";
import { messages } from "../../language/messages.ts";
import type { PageHead } from "../../pages/page.ts";
import { errorLines, type FieldSpec, fieldViews } from "../form/form-field.ts";
import type { UsableLink } from "../links/find-link.ts";
import { LEAST_LENGTH } from "../passwords/password-problem.ts";

/** What the page of a link shows: whose it is, what was typed, what is wrong. */
export interface LinkState {
  usable: UsableLink;
  typed: URLSearchParams;
  problems: readonly Problem[];
}

const NEW_PASSWORD: FieldSpec = {
  name: "password",
  label: "new-password",
  hint: true,
  secret: true,
  autocomplete: "new-password",
};

const FIRST_ADMINISTRATOR: readonly FieldSpec[] = [
  { name: "name", label: "own-name", autocomplete: "name" },
  { name: "login", label: "own-login", hint: true, autocomplete: "username" },
];

/** Builds the page of a link: the form that uses it up. Opening it changes nothing. */
export function linkPage(language: Language, state: LinkState): { head: PageHead; model: object } {
  const say = messages(language);
  const { usable, typed, problems } = state;
  const { purpose, expiresAt } = usable.link.state;
  const title = say(`link.${purpose}.title`);
  const specs = usable.account ? [NEW_PASSWORD] : [...FIRST_ADMINISTRATOR, NEW_PASSWORD];
  return {
    head: { title: problems.length > 0 ? say("form.error-title", { title }) : title },
    model: {
      heading: title,
      lead: say(`link.${purpose}.lead`, { least: LEAST_LENGTH }),
      owner: usable.account && { name: usable.account.state.name, login: usable.account.state.login },
      expires: say("link.expires", { at: formatInstant(language, expiresAt) }),
      fields: Object.values(fieldViews(language, specs, typed, problems)),
      form: { errors: errorLines(language, problems) },
      button: say(`link.${purpose}.button`),
    },
  };
}

import type { Language, Problem } from "../../../engine/index.ts";
import { chambersByName } from "../../chamber/chambers-by-name.ts";
import { messages } from "../../language/messages.ts";
import { sayProblem } from "../../language/say-problem.ts";
import type { Chamber, Stored } from "../../store/records.ts";
import { fieldViews } from "../form/form-field.ts";
import { type ChosenGrant, ROLES } from "../grants.ts";

/** The grant that a form names. */
export const readGrant = (form: URLSearchParams): ChosenGrant => ({
  role: form.get("role") ?? "",
  chamber: form.get("chamber") ?? "",
  consultant: (form.get("consultant") ?? "").trim(),
});

interface Choosable {
  value: string;
  text: string;
}

function choiceField(
  language: Language,
  name: string,
  given: readonly Choosable[],
  typed: URLSearchParams,
  problems: readonly Problem[],
) {
  const problem = problems.find(({ pointer }) => pointer === `/${name}`);
  return {
    id: name,
    name,
    kind: "choice",
    label: messages(language)(`account-field.${name}`),
    error: problem ? sayProblem(language, problem) : null,
    describedBy: problem ? `${name}-error` : null,
    focused: false,
    choices: given.map((choice) => ({ ...choice, selected: choice.value === typed.get(name) })),
  };
}

/** The fields by which a role is chosen: the role, and for whom it is. */
export function grantFields(
  language: Language,
  chambers: readonly Stored<Chamber>[],
  typed: URLSearchParams,
  problems: readonly Problem[],
) {
  const say = messages(language);
  const roles = ROLES.map((role) => ({ value: role, text: say(`role.${role}`) }));
  const named = chambersByName(language, chambers).map(({ id, state }) => ({ value: id, text: state.name[language] }));
  return {
    role: choiceField(language, "role", roles, typed, problems),
    chamber: choiceField(language, "chamber", named, typed, problems),
    ...fieldViews(language, [{ name: "consultant", label: "consultant", hint: true }], typed, problems),
  };
}

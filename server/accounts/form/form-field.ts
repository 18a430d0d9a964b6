import type { Language, Problem } from "../../../engine/index.ts";
import { messages } from "../../language/messages.ts";
import { sayProblem } from "../../language/say-problem.ts";

/** A field of a form, as it is declared. Its wording has the keys `account-field.<label>` and, for a hint, `….hint`. */
export interface FieldSpec {
  name: string;
  label: string;
  hint?: boolean;
  secret?: boolean;
  autocomplete?: string;
}

/** A field, ready to be shown. What was typed as a password is never sent back. */
export interface FieldView {
  id: string;
  name: string;
  label: string;
  hint: string | null;
  type: "text" | "password";
  secret: boolean;
  autocomplete: string;
  value: string;
  error: string | null;
  describedBy: string | null;
}

/** An error in the summary above a form. */
export interface ErrorLine {
  href: string;
  place: string | null;
  message: string;
}

const errorAt = (language: Language, problems: readonly Problem[], name: string): string | null => {
  const problem = problems.find(({ pointer }) => pointer === `/${name}`);
  return problem ? sayProblem(language, problem) : null;
};

/** Builds the fields of a form by name, with what was typed and what is wrong with it. */
export function fieldViews(
  language: Language,
  specs: readonly FieldSpec[],
  typed: URLSearchParams,
  problems: readonly Problem[],
): Record<string, FieldView> {
  const say = messages(language);
  const view = ({ name, label, hint = false, secret = false, autocomplete = "off" }: FieldSpec): FieldView => {
    const error = errorAt(language, problems, name);
    const described = [hint ? `${name}-hint` : null, error ? `${name}-error` : null].filter(Boolean);
    return {
      id: name,
      name,
      label: say(`account-field.${label}`),
      hint: hint ? say(`account-field.${label}.hint`) : null,
      secret,
      type: secret ? "password" : "text",
      autocomplete,
      value: secret ? "" : (typed.get(name) ?? ""),
      error,
      describedBy: described.join(" ") || null,
    };
  };
  return Object.fromEntries(specs.map((spec) => [spec.name, view(spec)]));
}

/** The summary of what is wrong, each line a link to its field. */
export const errorLines = (language: Language, problems: readonly Problem[]): ErrorLine[] =>
  problems.map((problem) => ({
    href: problem.pointer === "" ? "#main" : `#${problem.pointer.slice(1)}`,
    place: null,
    message: sayProblem(language, problem),
  }));

import type { Language, Problem } from "../../../engine/index.ts";
import { messages } from "../../language/messages.ts";
import type { PageHead } from "../../pages/page.ts";
import { errorLines, fieldViews } from "../form/form-field.ts";
import type { DemoAccount } from "./demo-accounts.ts";

/** What the page of sign-in shows: what was typed, what is wrong, and what was done just before. */
export interface SignInState {
  typed: URLSearchParams;
  problems: readonly Problem[];
  /** The address to go to afterwards; empty for the reader's first page. */
  next: string;
  /** What was done just before: a key of the wording. */
  done: string | null;
  /** In the demo, the accounts to sign in to in one click. */
  demoAccounts: readonly DemoAccount[] | null;
}

const FIELDS = [
  { name: "login", label: "login", autocomplete: "username" },
  { name: "password", label: "password", secret: true, autocomplete: "current-password" },
];

/** Builds the page of sign-in. */
export function signInPage(language: Language, state: SignInState): { head: PageHead; model: object } {
  const say = messages(language);
  const { typed, problems, next, done, demoAccounts } = state;
  const title = say("sign-in.title");
  return {
    head: { title: problems.length > 0 ? say("form.error-title", { title }) : title },
    model: {
      heading: title,
      action: `/${language}/sign-in`,
      next,
      done: done && say(`sign-in.done.${done}`),
      fields: fieldViews(language, FIELDS, typed, problems),
      form: { errors: errorLines(language, problems) },
      demoSignIn: demoAccounts && {
        action: `/${language}/sign-in/demo`,
        accounts: demoAccounts.map(({ id, name, role }) => ({ id, name, role: say(`role.${role}`) })),
      },
    },
  };
}

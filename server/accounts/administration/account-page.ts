import type { Language, Problem } from "../../../engine/index.ts";
import { formatInstant } from "../../language/instants.ts";
import { messages } from "../../language/messages.ts";
import type { PageHead } from "../../pages/page.ts";
import type { Account, Chamber, Credential, OneTimeLink, Stored } from "../../store/records.ts";
import { errorLines, fieldViews } from "../form/form-field.ts";
import { grantName } from "../role-names.ts";
import { grantFields } from "./grant-fields.ts";

/** What the page of an account shows. */
export interface AccountState {
  account: Stored<Account>;
  credential: Stored<Credential> | null;
  link: Stored<OneTimeLink> | null;
  sessions: number;
  chambers: readonly Stored<Chamber>[];
  typed: URLSearchParams;
  problems: readonly Problem[];
  done: string | null;
  submission: string;
}

/** How the account stands: whether it has a password, a link that waits, and sessions. */
function standing(language: Language, { credential, link, sessions }: AccountState): string[] {
  const say = messages(language);
  const at = (instant: string): string => formatInstant(language, instant);
  return [
    credential ? say("account.password-since", { at: at(credential.state.changedAt) }) : say("account.no-password"),
    ...(link ? [say("account.link-waits", { at: at(link.state.expiresAt) })] : []),
    say("account.sessions", { count: sessions }),
  ];
}

const nameTyped = (typed: URLSearchParams, { state }: Stored<Account>): URLSearchParams =>
  new URLSearchParams({ name: typed.get("name") ?? state.name });

/** Builds the page of an account, for administrators. */
export function accountPage(language: Language, state: AccountState): { head: PageHead; model: object } {
  const say = messages(language);
  const { account, chambers, typed, problems, done, submission } = state;
  const { name, login, grants, closed } = account.state;
  const here = `/${language}/accounts/${account.id}`;
  return {
    head: { title: problems.length > 0 ? say("form.error-title", { title: name }) : name, section: "accounts" },
    model: {
      heading: name,
      back: `/${language}/accounts`,
      done: done && say(`accounts.done.${done}`),
      here,
      login,
      closed,
      version: account.version,
      submission,
      standing: standing(language, state),
      grants: grants.map((held) => ({
        text: grantName(language, chambers, held),
        role: held.role,
        chamber: held.chamber ?? "",
        consultant: held.consultant ?? "",
      })),
      grant: grantFields(language, chambers, typed, problems),
      fields: Object.values(
        fieldViews(language, [{ name: "name", label: "name" }], nameTyped(typed, account), problems),
      ),
      form: { errors: errorLines(language, problems) },
    },
  };
}

import type { Language, Problem } from "../../../engine/index.ts";
import { formatInstant } from "../../language/instants.ts";
import { messages } from "../../language/messages.ts";
import type { PageHead } from "../../pages/page.ts";
import type { SignedIn } from "../../sessions/signed-in.ts";
import type { Chamber, Session, Stored } from "../../store/records.ts";
import { errorLines, fieldViews } from "../form/form-field.ts";
import { LEAST_LENGTH } from "../passwords/password-problem.ts";
import { grantName } from "../role-names.ts";

/** What the page of one's own account shows. */
export interface OwnState {
  signedIn: SignedIn;
  sessions: readonly Stored<Session>[];
  chambers: readonly Stored<Chamber>[];
  problems: readonly Problem[];
  /** What was done just before: a key of the wording. */
  done: string | null;
}

const PASSWORDS = [
  { name: "present", label: "present-password", secret: true, autocomplete: "current-password" },
  { name: "password", label: "new-password", hint: true, secret: true, autocomplete: "new-password" },
];

function sessionRow(language: Language, { id, state }: Stored<Session>, own: string) {
  const say = messages(language);
  return {
    device: state.device || say("own-account.unknown-device"),
    signedIn: formatInstant(language, state.signedInAt),
    seen: formatInstant(language, state.seenAt),
    isOwn: id === own,
    end: `/${language}/account/sessions/${id}/end`,
  };
}

/** Builds the page of one's own account: who one is here, the password, and where one is signed in. */
export function ownPage(language: Language, state: OwnState): { head: PageHead; model: object } {
  const say = messages(language);
  const { signedIn, sessions, chambers, problems, done } = state;
  const { login, name, grants } = signedIn.account.state;
  const title = say("own-account.title");
  const newest = [...sessions].sort((one, other) => (one.state.seenAt < other.state.seenAt ? 1 : -1));
  return {
    head: { title: problems.length > 0 ? say("form.error-title", { title }) : title, section: "account" },
    model: {
      heading: title,
      done: done && say(`own-account.done.${done}`),
      name,
      login,
      roles: grants.map((held) => grantName(language, chambers, held)),
      form: { errors: errorLines(language, problems) },
      passwordAction: `/${language}/account/password`,
      passwordLead: say("own-account.password.text", { least: LEAST_LENGTH }),
      fields: Object.values(fieldViews(language, PASSWORDS, new URLSearchParams(), problems)),
      sessions: newest.map((session) => sessionRow(language, session, signedIn.session.id)),
      endOthers: sessions.length > 1 ? `/${language}/account/sessions/end-others` : null,
    },
  };
}

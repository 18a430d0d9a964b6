import type { Language } from "../../../engine/index.ts";
import { formatDay } from "../../language/days.ts";
import { messages } from "../../language/messages.ts";
import type { PageHead } from "../../pages/page.ts";
import type { Chamber, Consultant, Stored } from "../../store/records.ts";
import { foundConsultants } from "../found-consultants.ts";
import { chamberAddress } from "../places.ts";
import { registerAddress, registrationAddress } from "./places.ts";
import type { Done } from "./save-registration.ts";

/** What the page of a chamber's list shows. */
export interface RegisterState {
  language: Language;
  chamber: Stored<Chamber>;
  consultants: readonly Stored<Consultant>[];
  search: string;
  mayChange: boolean;
  /** What has just been done. */
  done: Done | null;
}

function line({ language, chamber, mayChange }: RegisterState, { id, state }: Stored<Consultant>) {
  const say = messages(language);
  const since = say("register.member-since", { day: formatDay(language, state.memberSince) });
  const until = state.memberUntil && say("register.member-until", { day: formatDay(language, state.memberUntil) });
  return {
    name: state.name,
    href: mayChange ? registrationAddress(language, chamber.id, id) : null,
    facts: [id, since, until].filter(Boolean).join(" · "),
  };
}

/** Builds the page of a chamber's list: who is on it, and the ways to enter and to change. */
export function registerPage(state: RegisterState): { head: PageHead; model: object } {
  const { language, chamber, consultants, search, mayChange, done } = state;
  const say = messages(language);
  const address = registerAddress(language, chamber.id);
  const { count, shown } = foundConsultants(consultants, search);
  return {
    head: { title: say("register.title"), section: "chambers" },
    model: {
      back: { href: chamberAddress(language, chamber.id), text: chamber.state.name[language] },
      address,
      search,
      done: done && say(`register.done.${done}`),
      found: say("choose.found", { count, shown: shown.length }),
      lines: shown.map((consultant) => line(state, consultant)),
      add: mayChange ? `${address}/new` : null,
    },
  };
}

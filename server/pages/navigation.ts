import type { Language } from "../../engine/index.ts";
import type { Action } from "../authorisation/actions.ts";
import { may } from "../authorisation/may.ts";
import { messages } from "../language/messages.ts";
import type { SignedIn } from "../sessions/signed-in.ts";

/** The parts of the site that every page leads to: for those who may do what is named. */
const PARTS = [
  { section: "rules", path: "rules", action: "rules.read" },
  { section: "check", path: "check", action: "report.check" },
  { section: "chambers", path: "chambers", action: "chamber.list" },
  { section: "my-years", path: "my-years", action: "case.read-own" },
  { section: "workspace", path: "workspace", action: "draft.read" },
  { section: "looking-back", path: "looking-back", action: "replay.list" },
  { section: "accounts", path: "accounts", action: "account.read" },
  { section: "audit", path: "audit", action: "audit.read" },
] as const satisfies readonly { section: string; path: string; action: Action }[];

export type Section = (typeof PARTS)[number]["section"] | "api" | "account";

export interface NavigationLink {
  href: string;
  label: string;
  current: boolean;
}

/** The links at the head of a page, by what its reader may do. */
export const navigation = (language: Language, signedIn: SignedIn | null, current?: Section): NavigationLink[] =>
  PARTS.filter(({ action }) => may(signedIn?.account ?? null, action, { account: signedIn?.account.id })).map(
    ({ section, path }) => ({
      href: `/${language}/${path}`,
      label: messages(language)(`navigation.${section}`),
      current: section === current,
    }),
  );

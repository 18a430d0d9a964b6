import type { Language } from "../../engine/index.ts";
import { messages } from "../language/messages.ts";
import type { SignedIn } from "../sessions/signed-in.ts";
import type { Section } from "./navigation.ts";

/** What the head of a page says of who is signed in, and the ways in and out. */
export interface ReaderView {
  signedIn: { name: string; account: string; current: boolean; signOut: string } | null;
  signIn: { href: string; label: string };
}

export const readerView = (language: Language, signedIn: SignedIn | null, section?: Section): ReaderView => ({
  signedIn: signedIn && {
    name: signedIn.account.state.name,
    account: `/${language}/account`,
    current: section === "account",
    signOut: `/${language}/sign-out`,
  },
  signIn: { href: `/${language}/sign-in`, label: messages(language)("reader.sign-in") },
});

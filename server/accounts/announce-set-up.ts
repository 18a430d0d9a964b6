import type { Language } from "../../engine/index.ts";
import { messages } from "../language/messages.ts";
import type { Store } from "../store/store.ts";
import { offerSetUp } from "./verbs/set-up.ts";

/** Where a server is that nobody has an account on yet, and how to say so to whoever started it. */
export interface FirstStart {
  store: Store;
  now(): Date;
  language: Language;
  /** The address of the server, ending in `/`. */
  url: string;
  print(text: string): void;
}

/** Prints the link that makes the first administrator; each start that finds no account prints a new one. */
export async function announceSetUp({ store, now, language, url, print }: FirstStart): Promise<void> {
  const token = await offerSetUp(store, now);
  if (token === null) return;
  print(`\n  ${messages(language)("set-up.announced")}\n  ${url}${language}/link/${token}\n\n`);
}

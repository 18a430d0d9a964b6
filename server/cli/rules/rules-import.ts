import { randomUUID } from "node:crypto";
import { basename } from "node:path";
import type { Language } from "../../../engine/index.ts";
import { adoptedSets } from "../../adoption/adopted-sets.ts";
import { messages } from "../../language/messages.ts";
import { serverProblem } from "../../problem.ts";
import { actorOf } from "../../sessions/actor-of.ts";
import { openStore } from "../../store/open-store.ts";
import type { Actor } from "../../store/records.ts";
import type { Store } from "../../store/store.ts";
import { todayInAlmaty } from "../../today.ts";
import { proposedDraft } from "../../workspace/drafts/proposed-draft.ts";
import { readDraft } from "../../workspace/editor/document/read-draft.ts";
import { readText } from "../files.ts";
import { Refusal } from "../refusal.ts";
import { write } from "../standard-output.ts";
import { refuseMissing, serversStore } from "../store-place.ts";

export interface RulesImportOptions {
  /** The login of the editor who proposes it. */
  author: string;
  title?: string;
  /** Why it corrects an adopted set; an amendment without it. */
  corrects?: string;
  lang: Language;
}

async function authorNamed(store: Store, login: string): Promise<Actor> {
  const account = await store.accountNamed(login.toLowerCase());
  const mayPropose = account && !account.state.closed && account.state.grants.some(({ role }) => role === "editor");
  if (!mayPropose) throw new Refusal(login, [serverProblem("no-such-editor", "", { login })]);
  return actorOf(account);
}

/**
 * `qagida rules import`: makes a draft of a file, which then takes the way of every draft.
 * @returns the exit code, always 0
 */
export async function rulesImport(file: string, options: RulesImportOptions): Promise<number> {
  const { author, title = basename(file), corrects = null, lang } = options;
  const { document, problems } = readDraft(readText(file));
  if (!document) throw new Refusal(file, problems);
  const place = serversStore();
  refuseMissing(place);
  const store = await openStore(place);
  try {
    const by = await authorNamed(store, author);
    const sets = await adoptedSets(store);
    const state = proposedDraft({ title, document, correction: corrects }, sets, todayInAlmaty(), by);
    const id = randomUUID();
    await store.commit({ action: "draft.save", by, records: [{ kind: "draft", id, from: 0, state }] });
    await write(`${messages(lang)("cli.rules-imported", { title, address: `/${lang}/workspace/${id}` })}\n`);
  } finally {
    await store.close();
  }
  return 0;
}

import type { Language } from "../../engine/index.ts";
import { messages } from "../language/messages.ts";
import { serverProblem } from "../problem.ts";
import { rebuildEmbeddedStore } from "../store/embedded/rebuild.ts";
import { Refusal } from "./refusal.ts";
import { nameOf, refuseMissing, serversStore } from "./store-place.ts";

export interface StoreRebuildOptions {
  lang: Language;
}

/**
 * `qagida store rebuild`: makes the state of the embedded store anew from its journal.
 * @returns the exit code, always 0
 */
export async function storeRebuild({ lang }: StoreRebuildOptions): Promise<number> {
  const store = serversStore();
  if (store.databaseUrl !== null) throw new Refusal(nameOf(store), [serverProblem("nothing-to-rebuild", "")]);
  refuseMissing(store);
  const events = await rebuildEmbeddedStore(store.dataFolder);
  process.stderr.write(`${messages(lang)("cli.rebuilt", { events, place: nameOf(store) })}\n`);
  return 0;
}

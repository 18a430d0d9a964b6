import type { Language } from "../../engine/index.ts";
import { messages } from "../language/messages.ts";
import { serverProblem } from "../problem.ts";
import { type Copied, copyStore, isEqual } from "../store/copy-store.ts";
import { openStore, type StoreOptions } from "../store/open-store.ts";
import type { Store } from "../store/store.ts";
import { Refusal } from "./refusal.ts";
import { nameOf, refuseMissing, storeAt } from "./store-place.ts";

export interface StoreCopyOptions {
  lang: Language;
}

/** How many of the records that differ are named. */
const NAMED = 10;

async function withStore<Done>(options: StoreOptions, work: (store: Store) => Promise<Done>): Promise<Done> {
  const store = await openStore(options);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

async function copyInto(from: Store, to: Store, place: string): Promise<Copied> {
  if ((await to.head()).size > 0) throw new Refusal(place, [serverProblem("place-not-empty", "")]);
  return copyStore(from, to);
}

function sentences(language: Language, { from, to, documents, differing, wentOn }: Copied): string[] {
  const say = messages(language);
  const { events, root } = from;
  return [
    say("cli.copied", { events, documents, root }),
    ...(to.root === root ? [] : [say("cli.copy-log-differs", { events: to.events, root: to.root })]),
    ...differing.slice(0, NAMED).map((record) => say("cli.copy-record-differs", { record })),
    ...(wentOn ? [say("cli.copy-went-on")] : []),
  ];
}

/**
 * `qagida store copy`: everything of one store into another, empty one, and the proof that they are equal.
 * @returns the exit code: 1 where they are not.
 */
export async function storeCopy(fromPlace: string, toPlace: string, { lang }: StoreCopyOptions): Promise<number> {
  const [source, target] = [storeAt(fromPlace), storeAt(toPlace)];
  refuseMissing(source);
  const copied = await withStore(source, (from) => withStore(target, (to) => copyInto(from, to, nameOf(target))));
  process.stderr.write(`${sentences(lang, copied).join("\n")}\n`);
  return isEqual(copied) ? 0 : 1;
}

import type { Language, Problem } from "../../engine/index.ts";
import { formatInstant } from "../language/instants.ts";
import { messages } from "../language/messages.ts";
import { sayProblem } from "../language/say-problem.ts";
import { checkStore } from "../store/check/check-store.ts";
import { checkEmbeddedFiles } from "../store/embedded/check-embedded-files.ts";
import { NODE_FILES } from "../store/embedded/node-files.ts";
import { openStore, type StoreOptions } from "../store/open-store.ts";
import { orphans } from "../store/orphans.ts";
import { checkTables } from "../store/postgresql/check/check-tables.ts";
import type { Store } from "../store/store.ts";
import { paint } from "./paint.ts";
import { write } from "./standard-output.ts";
import { nameOf, refuseMissing, serversStore } from "./store-place.ts";

export interface StoreCheckOptions {
  lang: Language;
}

/** What is wrong with the files, or the tables, by themselves. */
const problemsOfPlace = ({ databaseUrl, dataFolder }: StoreOptions): AsyncIterable<Problem> =>
  databaseUrl === null ? checkEmbeddedFiles(NODE_FILES, dataFolder) : checkDatabase(databaseUrl);

/** Opening brings the tables up to date, so that they can be compared with those that this program makes. */
async function* checkDatabase(databaseUrl: string): AsyncGenerator<Problem> {
  await (await openStore({ databaseUrl, dataFolder: "", now: () => new Date() })).close();
  yield* checkTables(databaseUrl);
}

/** Names the documents that no record names: that is no fault, and `qagida store sweep` removes them. */
async function nameOrphans(language: Language, store: Store): Promise<void> {
  const say = messages(language);
  for (const { sha256, bytes, keptAt } of await orphans(store))
    await write(`${say("cli.store-orphan", { document: sha256, bytes, at: formatInstant(language, keptAt) })}\n`);
}

async function checkWithin(language: Language, options: StoreOptions): Promise<number> {
  const store = await openStore({ ...options, snapshot: true });
  try {
    const count = await print(language, checkStore(store));
    if (count === 0) await nameOrphans(language, store);
    return count;
  } finally {
    await store.close();
  }
}

async function print(language: Language, problems: AsyncIterable<Problem>): Promise<number> {
  let count = 0;
  for await (const problem of problems) {
    count++;
    await write(`${paint("red", sayProblem(language, problem), process.stdout)}\n`);
  }
  return count;
}

/**
 * `qagida store check`: every invariant and every hash of the server's store.
 * @returns the exit code: 1 where something does not hold
 */
export async function storeCheck({ lang }: StoreCheckOptions): Promise<number> {
  const options = serversStore();
  refuseMissing(options);
  const problems = (await print(lang, problemsOfPlace(options))) || (await checkWithin(lang, options));
  const say = messages(lang);
  if (problems === 0) process.stderr.write(`${say("cli.store-sound", { place: nameOf(options) })}\n`);
  else process.stderr.write(`${say("cli.store-unsound", { place: nameOf(options), problems })}\n`);
  return problems === 0 ? 0 : 1;
}

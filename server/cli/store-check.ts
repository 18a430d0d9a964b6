import type { Language, Problem } from "../../engine/index.ts";
import { messages } from "../language/messages.ts";
import { sayProblem } from "../language/say-problem.ts";
import { checkStore } from "../store/check/check-store.ts";
import { checkEmbeddedFiles } from "../store/embedded/check-embedded-files.ts";
import { NODE_FILES } from "../store/embedded/node-files.ts";
import { openStore, type StoreOptions } from "../store/open-store.ts";
import { paint } from "./paint.ts";
import { write } from "./standard-output.ts";
import { nameOf, refuseMissing, serversStore } from "./store-place.ts";

export interface StoreCheckOptions {
  lang: Language;
}

/** What is wrong with the files alone; a database sees to its own. */
async function* problemsOfFiles({ databaseUrl, dataFolder }: StoreOptions): AsyncGenerator<Problem> {
  if (databaseUrl === null) yield* checkEmbeddedFiles(NODE_FILES, dataFolder);
}

async function* problemsWithin(options: StoreOptions): AsyncGenerator<Problem> {
  const store = await openStore(options);
  try {
    yield* checkStore(store);
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
  const problems = (await print(lang, problemsOfFiles(options))) || (await print(lang, problemsWithin(options)));
  const say = messages(lang);
  if (problems === 0) process.stderr.write(`${say("cli.store-sound", { place: nameOf(options) })}\n`);
  else process.stderr.write(`${say("cli.store-unsound", { place: nameOf(options), problems })}\n`);
  return problems === 0 ? 0 : 1;
}

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../../../engine/index.ts";
import { type AdoptedSet, adoptedSets, lastRevision } from "../../adoption/adopted-sets.ts";
import { messages } from "../../language/messages.ts";
import { openStore } from "../../store/open-store.ts";
import { write } from "../standard-output.ts";
import { refuseMissing, serversStore } from "../store-place.ts";

export interface RulesExportOptions {
  to: string;
  lang: Language;
}

const lastRevisions = (sets: readonly AdoptedSet[]): AdoptedSet[] =>
  sets.filter((set) => lastRevision(sets, set.effectiveYear) === set);

const isAlready = (file: string, text: string): boolean => existsSync(file) && readFileSync(file, "utf8") === text;

/**
 * `qagida rules export`: writes each adopted set as a file, YEAR.json, the last revision of its year: the same bytes each
 * time.
 * @returns the exit code, always 0
 */
export async function rulesExport({ to, lang }: RulesExportOptions): Promise<number> {
  const place = serversStore();
  refuseMissing(place);
  const store = await openStore(place);
  const say = messages(lang);
  try {
    mkdirSync(to, { recursive: true });
    for (const { effectiveYear, text } of lastRevisions(await adoptedSets(store))) {
      const file = join(to, `${effectiveYear}.json`);
      const same = isAlready(file, text);
      if (!same) writeFileSync(file, text);
      await write(`${say(same ? "cli.rules-same" : "cli.rules-written", { file })}\n`);
    }
  } finally {
    await store.close();
  }
  return 0;
}

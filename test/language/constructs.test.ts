import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Language, RuleSet } from "../../engine/index.ts";
import { explainRuleSet } from "../../server/language/explain/explain-rule-set.ts";
import { LANGUAGES } from "../../server/language/languages.ts";
import { changed, SAMPLE } from "./sample-set.ts";

/** What is changed in the sample set, and the sentences that are new then. */
interface Construct {
  change: Record<string, unknown>;
  said: Record<Language, string[]>;
}

const FOLDER = new URL("./constructs/", import.meta.url);
const read = (file: string): Construct => JSON.parse(readFileSync(new URL(file, FOLDER), "utf8"));

const sentences = (language: Language, set: RuleSet): string[] =>
  explainRuleSet(language, set).flatMap((section) =>
    section.sentences.map(({ text }) => text.replaceAll("\u00a0", " ")),
  );

/** What the changed set says that the sample does not. */
function saidAnew(language: Language, change: Construct["change"]): string[] {
  const before = sentences(language, SAMPLE);
  return sentences(language, changed(change)).filter((sentence) => !before.includes(sentence));
}

describe.each(readdirSync(FOLDER).map((file) => file.replace(".json", "")))("%s", (construct) => {
  const { change, said } = read(`${construct}.json`);

  it.each(LANGUAGES)("is a sentence in %s", (language) => {
    expect(saidAnew(language, change)).toEqual(said[language]);
  });
});

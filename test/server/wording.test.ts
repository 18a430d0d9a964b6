import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import MessageFormatModule from "@messageformat/core";
import { describe, expect, it } from "vitest";
import { PROBLEM_MESSAGES } from "../../engine/reading/problem-messages.ts";
import { FINDINGS, REASONS } from "../../engine/schema/decision.ts";
import { INTL_LOCALES, LANGUAGES } from "../../server/language/languages.ts";
import { readWording } from "../../server/language/messages.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const MessageFormat = MessageFormatModule as unknown as typeof MessageFormatModule.default;
const wording = Object.fromEntries(LANGUAGES.map((language) => [language, readWording(language)]));
const keys = Object.keys(wording.kk ?? {});

function sources(folder: string, ending: RegExp): string {
  const entries = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true });
  const files = entries.filter(({ name }) => ending.test(name)).map((entry) => join(entry.parentPath, entry.name));
  return files.map((file) => readFileSync(file, "utf8")).join("\n");
}

const templates = sources("views", /\.hbs$/);
const code = sources("server", /\.ts$/);

/** The params that a message names. */
const paramsOf = (message: string): string[] =>
  [...new Set([...message.matchAll(/\{(\w+)(?=[,}])/g)].map(([, name]) => name as string))].sort();

/** The keys that the code makes from a part that it knows and a part that it computes: `reason.${…}`. */
const computed = [...code.matchAll(/`([\w.-]+\.)\$\{/g)].map(([, prefix]) => prefix as string);

describe("the wording", () => {
  it.each(LANGUAGES.filter((language) => language !== "kk"))("has the same keys in %s as in Kazakh", (language) => {
    expect(Object.keys(wording[language] ?? {})).toEqual(keys);
  });

  it("names the same params in every language", () => {
    for (const key of keys) {
      const [kk, ru, en] = LANGUAGES.map((language) => paramsOf(wording[language]?.[key] ?? ""));
      expect({ key, params: ru }).toEqual({ key, params: kk });
      expect({ key, params: en }).toEqual({ key, params: kk });
    }
  });

  it.each(LANGUAGES)("is ICU that compiles in %s", (language) => {
    const format = new MessageFormat(INTL_LOCALES[language]);
    for (const [key, message] of Object.entries(wording[language] ?? {})) {
      expect(() => format.compile(message), key).not.toThrow();
    }
  });

  it("has its keys in order, so that two people change a file without a clash", () => {
    expect(keys).toEqual([...keys].sort());
  });

  it("has every key that a template asks for", () => {
    const asked = [...templates.matchAll(/\bt "([^"]+)"/g)].map(([, key]) => key as string);
    expect(asked.filter((key) => !keys.includes(key))).toEqual([]);
  });

  it("has every key that the code asks for", () => {
    const asked = [...code.matchAll(/\bsay\(\s*"([^"]+)"/g)].map(([, key]) => key as string);
    expect(asked.filter((key) => !keys.includes(key))).toEqual([]);
  });

  it("has a sentence for every reason, finding and problem of the engine", () => {
    const needed = [
      ...REASONS.map((reason) => `reason.${reason}`),
      ...REASONS.filter((reason) => reason !== "over-limit").map((reason) => `step.reason.${reason}`),
      ...FINDINGS.map((finding) => `finding.${finding}`),
      ...Object.keys(PROBLEM_MESSAGES).map((code) => `problem.${code}`),
    ];
    expect(needed.filter((key) => !keys.includes(key))).toEqual([]);
  });

  it("has no key that nothing asks for", () => {
    const isUsed = (key: string): boolean =>
      templates.includes(`"${key}"`) || code.includes(`"${key}"`) || computed.some((prefix) => key.startsWith(prefix));
    expect(keys.filter((key) => !isUsed(key))).toEqual([]);
  });
});

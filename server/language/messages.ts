import { readFileSync } from "node:fs";
import { join } from "node:path";
import MessageFormatModule from "@messageformat/core";
import type { Language } from "../../engine/index.ts";
import { PROJECT_ROOT } from "../project-root.ts";
import { isDirected, isolated } from "./isolated.ts";
import { INTL_LOCALES } from "./languages.ts";

/** The package exports the class itself, while its types describe the class under `default`. */
const MessageFormat = MessageFormatModule as unknown as typeof MessageFormatModule.default;

export type MessageParams = Readonly<Record<string, string | number>>;

/** Says what a key stands for, in one language, with its params put in. */
export interface Messages {
  (key: string, params?: MessageParams): string;
  /** Whether the language has the key. */
  has(key: string): boolean;
}

type Sentence = (params: MessageParams) => string;

/** Reads the wording of a language: ICU messages by key. */
export const readWording = (language: Language): Record<string, string> =>
  JSON.parse(readFileSync(join(PROJECT_ROOT, "views", "locales", `${language}.json`), "utf8"));

/** The params, so that no text among them reorders the sentence that it stands in. */
function apart(params: MessageParams): MessageParams {
  const entries = Object.entries(params);
  if (!entries.some(([, value]) => typeof value === "string" && isDirected(value))) return params;
  return Object.fromEntries(
    entries.map(([name, value]) => [name, typeof value === "string" ? isolated(value) : value]),
  );
}

function createMessages(language: Language): Messages {
  const wording = new Map(Object.entries(readWording(language)));
  const format = new MessageFormat(INTL_LOCALES[language], { requireAllArguments: true });
  const compiled = new Map<string, Sentence>();

  function sentence(key: string): Sentence {
    let found = compiled.get(key);
    if (!found) {
      const source = wording.get(key);
      if (source === undefined) throw new Error(`no wording for "${key}" in ${language}`);
      found = format.compile(source) as Sentence;
      compiled.set(key, found);
    }
    return found;
  }

  const say = (key: string, params: MessageParams = {}): string => sentence(key)(apart(params));
  return Object.assign(say, { has: (key: string): boolean => wording.has(key) });
}

const created = new Map<Language, Messages>();

/** The messages of a language, read once; each is compiled when it is first said. */
export function messages(language: Language): Messages {
  let found = created.get(language);
  if (!found) {
    found = createMessages(language);
    created.set(language, found);
  }
  return found;
}

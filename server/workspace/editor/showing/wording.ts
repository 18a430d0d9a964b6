import type { Language } from "../../../../engine/index.ts";
import { messages } from "../../../language/messages.ts";
import type { Section } from "../sections.ts";

/**
 * What a field is called, and its hint where it has one. A field of a section that is called otherwise than its
 * namesakes has wording of its own: `editor.<section>.<path>`, before `editor.field.<key>`.
 */
export function wordingOf(language: Language, { id }: Section, path: string): { label: string; hint: string | null } {
  const say = messages(language);
  const own = `editor.${id}.${path}`;
  const key = say.has(own) ? own : `editor.field.${path.slice(path.lastIndexOf(".") + 1)}`;
  return { label: say(key), hint: say.has(`${key}.hint`) ? say(`${key}.hint`) : null };
}

/** A word of the JSON, as `next-working-day`, as people say it. */
export function wordOf(language: Language, key: string, word: string): string {
  const say = messages(language);
  const own = `editor.choice.${key}.${word}`;
  return say.has(own) ? say(own) : word;
}

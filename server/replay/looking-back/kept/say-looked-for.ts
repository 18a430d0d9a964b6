import type { Language } from "../../../../engine/index.ts";
import { formatDay } from "../../../language/days.ts";
import { messages } from "../../../language/messages.ts";
import type { LookedFor, TriedSet } from "../../../store/records.ts";

const nameOf = (language: Language, { effectiveYear: year, revision }: TriedSet): string =>
  messages(language)("diff.set", { year, revision });

/** What was looked back for, in words. */
export function sayLookedFor(language: Language, asked: LookedFor): string {
  const say = messages(language);
  if (asked.kind === "reproduce") return say("reproduce.title");
  if (asked.kind === "known-on") return say("looking-back.known.title", { day: formatDay(language, asked.day) });
  const { draft, ruleSet } = asked;
  return draft ? say("looking-back.draft", { title: draft.title }) : nameOf(language, ruleSet);
}

/** The SHA-256 of each rule set that was tried. */
export function triedSets(asked: LookedFor): string[] {
  if (asked.kind === "reproduce") return [];
  return (asked.kind === "what-if" ? [asked.ruleSet] : asked.ruleSets).map(({ sha256 }) => sha256);
}

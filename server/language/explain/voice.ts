import type { Language, RuleSet } from "../../../engine/index.ts";
import { type Messages, messages } from "../messages.ts";

/** Who speaks: a language and its wording, about one rule set. */
export interface Voice {
  language: Language;
  ruleSet: RuleSet;
  say: Messages;
}

/** A sentence of the explanation, and the clauses that it rests on. */
export interface Sentence {
  text: string;
  clauses: readonly string[];
}

export const voiceOf = (language: Language, ruleSet: RuleSet): Voice => ({
  language,
  ruleSet,
  say: messages(language),
});

interface Resting {
  clauses: readonly string[];
}

/** The sentence that says what a part holds; it rests on the clauses of the part. */
export const sentence = (text: string, ...parts: readonly Resting[]): Sentence => ({
  text: `${text}.`,
  clauses: [...new Set(parts.flatMap(({ clauses }) => clauses))],
});

/** A sentence that begins with a name: «Семинар: 2 балла». */
export const named = (name: string, said: string, ...parts: readonly Resting[]): Sentence =>
  sentence(`${name}: ${said}`, ...parts);

import { readFileSync } from "node:fs";
import type { Language, Text } from "../engine/index.ts";

/** One clause of the Rules: its paragraphs in each language, as many in each. */
export interface Clause {
  id: string;
  chapter: string;
  text: Record<Language, string[]>;
}

/** The text of the Rules by clause, as it stands beside a rule set. */
export interface LawText {
  regime: string;
  effectiveYear: number;
  title: Text;
  languages: Record<Language, "original" | "translation">;
  chapters: { id: string; title: Text }[];
  clauses: Clause[];
}

/** Reads the text of the Rules from its file. */
export const readLawText = (file: string): LawText => JSON.parse(readFileSync(file, "utf8")) as LawText;

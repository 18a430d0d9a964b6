import type { Language } from "../../engine/index.ts";
import { clauseSlug, fullClause } from "../language/clause-labels.ts";
import { messages } from "../language/messages.ts";
import type { Clause, LawText } from "../law-text.ts";
import { type LawBlock, lawBlocks } from "./law-paragraphs.ts";

/** A clause with its text in the language, and the original beside a translation. */
export interface ClauseView {
  id: string;
  anchor: string;
  label: string;
  href: string;
  text: LawBlock[];
  original: LawBlock[] | null;
}

export function clauseView(language: Language, year: number, law: LawText, clause: Clause): ClauseView {
  const slug = clauseSlug(clause.id);
  const translated = law.languages[language] === "translation";
  return {
    id: clause.id,
    anchor: `clause-${slug}`,
    label: fullClause(language, clause.id),
    href: `/${language}/rules/${year}/clauses/${slug}`,
    text: lawBlocks(clause.text[language]),
    original: translated ? lawBlocks(clause.text.kk) : null,
  };
}

/** The text of the Rules by chapter and clause. */
export function lawView(language: Language, year: number, law: LawText) {
  const say = messages(language);
  return {
    title: law.title[language],
    note: law.languages[language] === "translation" ? say("law.translation-note") : null,
    chapters: law.chapters.map(({ id, title }) => ({
      label: /^\d+$/.test(id) ? say("law.chapter", { chapter: id }) : fullClause(language, id),
      title: title[language],
      clauses: law.clauses
        .filter(({ chapter }) => chapter === id)
        .map((clause) => clauseView(language, year, law, clause)),
    })),
  };
}

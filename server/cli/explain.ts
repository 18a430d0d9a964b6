import type { Language } from "../../engine/index.ts";
import { shortClause } from "../language/clause-labels.ts";
import { explainRuleSet, type Section, titleOf } from "../language/explain/explain-rule-set.ts";
import { paint } from "./paint.ts";
import { rulesNamed } from "./rules-for.ts";
import { write } from "./standard-output.ts";

export interface ExplainOptions {
  json?: boolean;
  lang: Language;
}

function lines(language: Language, { title, sentences }: Section): string[] {
  const said = sentences.map(({ text, clauses }) => {
    const labels = clauses.map((clause) => shortClause(language, clause)).join("; ");
    return `${text.replace(/\.$/, "")}${labels ? ` (${labels})` : ""}.`;
  });
  return ["", paint("bold", title, process.stdout), ...said];
}

/**
 * `qagida explain`: every rule of a set as a sentence.
 * @returns the exit code, always 0.
 */
export async function explain(yearOrFile: string, { json, lang }: ExplainOptions): Promise<number> {
  const { ruleSet } = rulesNamed(yearOrFile);
  const sections = explainRuleSet(lang, ruleSet);
  const text = json
    ? JSON.stringify(sections, null, 2)
    : [paint("bold", titleOf(lang, ruleSet), process.stdout), ...sections.flatMap((one) => lines(lang, one))].join(
        "\n",
      );
  await write(`${text}\n`);
  return 0;
}

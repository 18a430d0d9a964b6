import type { Language } from "../../../../engine/index.ts";
import { brief } from "../../../language/brief.ts";
import { fullClause } from "../../../language/clause-labels.ts";
import type { Clause, LawText } from "../../../law-text.ts";
import { asList } from "../document/fields.ts";
import { type ChoiceGroup, choiceOf } from "./choice.ts";
import { button, fieldId } from "./field-view.ts";
import { raw, type Show } from "./inputs.ts";

const MOST_SHOWN = 90;

/** A clause as a list of clauses names it: what it is called, and how its text begins. */
function titleOf(language: Language, { id, text }: Clause): string {
  const [begins = ""] = text[language];
  return `${fullClause(language, id)}. ${brief(begins, MOST_SHOWN)}`;
}

/** The clauses of a text that are not chosen yet, by chapter. */
function offered(language: Language, law: LawText, chosen: ReadonlySet<string>): ChoiceGroup[] {
  return law.chapters
    .map(({ id, title }) => ({
      label: title[language],
      choices: law.clauses
        .filter((clause) => clause.chapter === id && !chosen.has(clause.id))
        .map((clause) => choiceOf(clause.id, titleOf(language, clause), null)),
    }))
    .filter(({ choices }) => choices.length > 0);
}

/**
 * The clauses that a part rests on: those that it has, those of the Rules to choose from, and a field for one that the
 * text does not have yet. All three are sent under one name.
 */
export const showClauses: Show<"clauses"> = ({ language, law, voice: { say } }, value, frame) => {
  const clauses = asList(value).map(raw);
  const known = new Map(law?.clauses.map((clause) => [clause.id, clause]));
  const [choiceId, otherId] = ["add", "other"].map((one) => fieldId(`${frame.name}/${one}`)) as [string, string];
  return {
    ...frame,
    template: "clauses",
    chosen: clauses.map((clause, at) => {
      const found = known.get(clause);
      const text = found ? titleOf(language, found) : fullClause(language, clause);
      return {
        ...choiceOf(clause, text, clause),
        id: fieldId(`${frame.name}/${at}`),
        isUnknown: law !== null && !found,
      };
    }),
    groups: law ? offered(language, law, new Set(clauses)) : [],
    choiceId,
    otherId,
    show: button(say("editor.add.button"), "show", frame.name),
  };
};

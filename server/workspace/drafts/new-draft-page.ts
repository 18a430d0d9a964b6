import type { Language, Problem } from "../../../engine/index.ts";
import type { AdoptedSet } from "../../adoption/adopted-sets.ts";
import { plainField } from "../../chamber/plain-field.ts";
import { messages } from "../../language/messages.ts";
import { describeProblem } from "../editor/showing/place-problems.ts";
import { draftsAddress } from "../places.ts";
import { newSubmission } from "../sent.ts";

/** The choice of a draft that is made of nothing. */
export const EMPTY = "empty";

/** The page on which a draft is begun, with what was typed and what is wrong with it. */
export function newDraftPage(
  language: Language,
  sets: readonly AdoptedSet[],
  typed: URLSearchParams,
  problems: readonly Problem[],
) {
  const say = messages(language);
  const errorAt = (name: string): string | null => {
    const found = problems.find(({ pointer }) => pointer === `/${name}`);
    return found ? describeProblem(language, found) : null;
  };
  const chosen = typed.get("from") ?? sets.at(-1)?.ruleSet ?? EMPTY;
  const choices = [...sets].reverse().map(({ ruleSet, effectiveYear, revision }) => ({
    value: ruleSet,
    text: say("drafts.new.set", { year: String(effectiveYear), revision }),
    selected: ruleSet === chosen,
  }));
  const empty = { value: EMPTY, text: say("drafts.new.empty"), selected: chosen === EMPTY };
  const title = say("drafts.new.title");
  const field = (id: string) =>
    plainField({
      id,
      label: say(`drafts.new.field.${id}`),
      hint: say(`drafts.new.field.${id}.hint`),
      value: typed.get(id) ?? "",
      error: errorAt(id),
    });
  const from = plainField({
    id: "from",
    label: say("drafts.new.field.from"),
    error: errorAt("from"),
    kind: "choice",
    choices: [...choices, empty],
  });
  return {
    head: { title: problems.length > 0 ? say("form.error-title", { title }) : title, section: "workspace" as const },
    model: {
      heading: title,
      drafts: draftsAddress(language),
      action: `${draftsAddress(language)}/new`,
      submission: newSubmission(),
      version: 0,
      fields: { title: field("title"), from, correction: field("correction") },
      form: {
        errors: problems.map((found) => ({
          href: `#${found.pointer.slice(1)}`,
          place: null,
          message: describeProblem(language, found),
        })),
      },
    },
  };
}

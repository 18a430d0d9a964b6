import type { Selection } from "../../../engine/schema/rule-set.ts";
import { condition } from "../say-condition.ts";
import { categoryName, formNames } from "./names.ts";
import type { Voice } from "./voice.ts";

/** The pieces that say which credits are meant; an empty one says nothing. */
type Source = Record<"forms" | "category" | "when", string>;

export function source(voice: Voice, { forms, category, when }: Selection): Source {
  const { say } = voice;
  return {
    forms: forms ? say("explain.credits.forms", { forms: formNames(voice, forms), count: forms.length }) : "",
    category: category ? say("explain.credits.category", { category: categoryName(voice, category) }) : "",
    when: when ? say("explain.credits.when", { condition: condition(voice, when) }) : "",
  };
}

export const isEverything = ({ forms, category, when }: Selection): boolean => !forms && !category && !when;

/** «баллы по форме «Семинар» в категории «Этика» за отчётный год»; `over` says of which years. */
export const credits = (voice: Voice, selection: Selection, over = ""): string =>
  isEverything(selection)
    ? voice.say("explain.credits.all", { over })
    : voice.say("explain.credits", { ...source(voice, selection), over });

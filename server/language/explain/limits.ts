import type { Limit } from "../../../engine/schema/rule-set.ts";
import { atMost } from "./quantities.ts";
import { source } from "./selection.ts";
import { named, type Sentence, type Voice } from "./voice.ts";

/** Whether the limit is of one form alone, and so is said with that form. */
export const isOfOneForm = ({ forms, when, category }: Limit, form?: string): boolean =>
  forms?.length === 1 && !when && !category && (form === undefined || forms[0] === form);

/** «не более 6 баллов в год». */
export const most = (voice: Voice, { most, per = "year" }: Limit): string =>
  voice.say(`explain.limit.${per}`, { most: atMost(voice, most) });

/** «не более 6 баллов в год по форме «Семинар»». */
export const sayLimit = (voice: Voice, limit: Limit): string =>
  voice.say("explain.limit", { limit: most(voice, limit), ...source(voice, limit) });

/** The limits that are not said with a form. */
export const limits = (voice: Voice): Sentence[] =>
  (voice.ruleSet.limits ?? [])
    .filter((limit) => !isOfOneForm(limit))
    .map((limit) => named(limit.name[voice.language], sayLimit(voice, limit), limit));

import type { Form, Limit } from "../../../engine/schema/rule-set.ts";
import { condition } from "../say-condition.ts";
import { credit } from "./credit.ts";
import { isOfOneForm, most } from "./limits.ts";
import { both, categoryName, either, inSentence, quoted, shortName } from "./names.ts";
import { named, type Sentence, sentence, type Voice } from "./voice.ts";

export function categories(voice: Voice, ids: readonly string[]): string {
  const names = ids.map((id) => categoryName(voice, id));
  return voice.say("explain.form.categories", { categories: both(voice, names), count: ids.length });
}

export const categoryCredits = (voice: Voice, credits: NonNullable<Form["credits"]>): string =>
  credits
    .map((rule) =>
      voice.say("explain.form.credit", {
        category: categoryName(voice, rule.category),
        credit: credit(voice, rule),
      }),
    )
    .join("; ");

export const evidenceKinds = (voice: Voice, kinds: readonly string[]): string =>
  either(
    voice,
    kinds.map((kind) => quoted(voice, kind)),
  );

/** «Семинар: 2 балла за мероприятие, не более 6 баллов в год»; its own limits are said with it. */
function sayForm(voice: Voice, form: Form): Sentence {
  const { say, ruleSet } = voice;
  const limits: Limit[] = (ruleSet.limits ?? []).filter((limit) => isOfOneForm(limit, form.id));
  const credited = [credit(voice, form), ...limits.map((limit) => most(voice, limit))].join(", ");
  const said = [
    credited,
    ...(form.categories ? [categories(voice, form.categories)] : []),
    ...(form.credits ? [categoryCredits(voice, form.credits)] : []),
    ...(form.when ? [say("explain.form.when", { condition: condition(voice, form.when) })] : []),
    ...(form.evidence ? [say("explain.form.evidence", { kinds: evidenceKinds(voice, form.evidence) })] : []),
  ];
  return named(shortName(voice, form), said.join("; "), form, ...limits);
}

export const forms = (voice: Voice): Sentence[] => voice.ruleSet.forms.map((form) => sayForm(voice, form));

/** What the short names stand for, and the items of the list: «Семинар (№ 2) – участие в семинарах». */
export const formTerms = (voice: Voice): Sentence[] =>
  voice.ruleSet.forms
    .filter(({ short, item }) => short || item)
    .map((form) => {
      const item = form.item ? voice.say("explain.form.item", { item: form.item }) : "";
      const full = form.short ? ` – ${inSentence(form.name[voice.language])}` : "";
      return sentence(shortName(voice, form) + item + full, form);
    });

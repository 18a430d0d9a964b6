import type { CreditRule, Form, Limit } from "../../../engine/schema/rule-set.ts";
import { inSentence } from "../in-sentence.ts";
import { condition } from "../say-condition.ts";
import { credit, weight } from "./credit.ts";
import { isOfOneForm, most } from "./limits.ts";
import { both, categoryName, either, quoted, shortName, valueName } from "./names.ts";
import { named, type Sentence, sentence, type Voice } from "./voice.ts";

export function categories(voice: Voice, ids: readonly string[]): string {
  const names = ids.map((id) => categoryName(voice, id));
  return voice.say("explain.form.categories", { categories: both(voice, names), count: ids.length });
}

/** Whether all credits are rounded and multiplied as the form's own. */
const areAlike = (form: Partial<Form>, credits: readonly CreditRule[]): boolean =>
  credits.every(
    ({ rounding, multipliers }) =>
      JSON.stringify([rounding, multipliers]) === JSON.stringify([form.rounding, form.multipliers]),
  );

/** «из них в категории «Этика» – 1 балл за каждые 50 (минуты)»; rounding that is the form's own is not repeated. */
export function categoryCredits(voice: Voice, list: NonNullable<Form["credits"]>, form: Partial<Form> = {}): string {
  const { say } = voice;
  const isBrief = Boolean(form.rounding || form.multipliers) && areAlike(form, list);
  const credits = list.map((rule) => {
    const said = isBrief ? weight(voice, rule) : credit(voice, rule);
    return say("explain.form.credit", { category: categoryName(voice, rule.category), credit: said });
  });
  return say("explain.form.credits", {
    credits: credits.join(", "),
    likewise: isBrief ? say("explain.form.likewise") : "",
  });
}

export const evidenceKinds = (voice: Voice, kinds: readonly string[]): string =>
  either(
    voice,
    kinds.map((kind) => quoted(voice, valueName(voice.language, voice.ruleSet.evidence.kindNames, kind))),
  );

/** «2 балла за мероприятие, не более 6 баллов в год»; the limits of the form alone are said with it. */
export function sayForm(voice: Voice, form: Form, limits: readonly Limit[] = []): string {
  const { say } = voice;
  const credited = [credit(voice, form), ...limits.map((limit) => most(voice, limit))].join(", ");
  const said = [
    credited,
    ...(form.categories ? [categories(voice, form.categories)] : []),
    ...(form.credits ? [categoryCredits(voice, form.credits, form)] : []),
    ...(form.when ? [say("explain.form.when", { condition: condition(voice, form.when) })] : []),
    ...(form.evidence ? [say("explain.form.evidence", { kinds: evidenceKinds(voice, form.evidence) })] : []),
  ];
  return said.join("; ");
}

export const forms = (voice: Voice): Sentence[] =>
  voice.ruleSet.forms.map((form) => {
    const limits = (voice.ruleSet.limits ?? []).filter((limit) => isOfOneForm(limit, form.id));
    return named(shortName(voice, form), sayForm(voice, form, limits), form, ...limits);
  });

/** What the short names stand for, and the items of the list: «Семинар (№ 2) – участие в семинарах». */
export const formTerms = (voice: Voice): Sentence[] =>
  voice.ruleSet.forms
    .filter(({ short, item }) => short || item)
    .map((form) => {
      const item = form.item ? voice.say("explain.form.item", { item: form.item }) : "";
      const full = form.short ? ` – ${inSentence(form.name[voice.language])}` : "";
      return sentence(shortName(voice, form) + item + full, form);
    });

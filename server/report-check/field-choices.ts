import type { Language, RuleSet } from "../../engine/index.ts";
import type { Form } from "../../engine/schema/rule-set.ts";
import { weight } from "../language/explain/credit.ts";
import { valueName } from "../language/explain/names.ts";
import { voiceOf } from "../language/explain/voice.ts";
import { messages } from "../language/messages.ts";
import type { PublishedRules } from "../published-rules.ts";
import { UNLISTED } from "./case-of-report.ts";
import type { ReportField } from "./report-fields.ts";

export interface Choice {
  value: string;
  text: string;
  selected: boolean;
}

type Named = Omit<Choice, "selected">;

/** The grounds of a suspension that forms offer; their names are the wording `condition.ground.<ground>`. */
export const GROUNDS = ["own-request", "sanction"];

const OUTCOMES = ["fulfilled", "unfulfilled", "exempt", "not-a-member", "pending"];

/** A form with what it weighs: for each activity, or for so much of what its weight is per. */
function formChoice(language: Language, ruleSet: RuleSet, form: Form): string {
  const name = form.name[language];
  if (form.per === "item") return messages(language)("form.choice", { name, points: form.weight });
  return `${name} – ${weight(voiceOf(language, ruleSet), form)}`;
}

function formChoices(language: Language, rules: PublishedRules | null): Named[] {
  const say = messages(language);
  const forms = (rules?.ruleSet.forms ?? []).map((form) => ({
    value: form.id,
    text: formChoice(language, (rules as PublishedRules).ruleSet, form),
  }));
  return [...forms, { value: UNLISTED, text: say("form.unlisted") }];
}

function namesFor(language: Language, rules: PublishedRules | null, { id, kind, declared }: ReportField): Named[] {
  const say = messages(language);
  const named = (parts: readonly { id: string; name: Record<Language, string> }[] = []): Named[] =>
    parts.map((part) => ({ value: part.id, text: part.name[language] }));
  if (kind === "yes-no") return [true, false].map((value) => ({ value: String(value), text: say(`form.${value}`) }));
  if (declared?.values) {
    return declared.values.map((value) => ({ value, text: valueName(language, declared.valueNames, value) }));
  }
  if (id === "absence-kind") return named(rules?.ruleSet.absences);
  if (id === "absence-ground") return GROUNDS.map((value) => ({ value, text: say(`ground.${value}`) }));
  if (id === "sanction") return named(rules?.ruleSet.sanctions);
  if (id === "decision-kind") return named(rules?.ruleSet.decisions);
  if (id === "earlier-outcome") return OUTCOMES.map((value) => ({ value, text: say(`outcome.${value}`) }));
  return formChoices(language, rules);
}

/** Whether one of several values is chosen in a field. */
export const isChoice = ({ kind }: ReportField): boolean => kind === "choice" || kind === "yes-no";

/** What may be chosen in a field of the form, by the rules in force; what was chosen otherwise stands there too. */
export function fieldChoices(
  language: Language,
  rules: PublishedRules | null,
  field: ReportField,
  chosen: string,
): Choice[] {
  const known = namesFor(language, rules, field);
  const isKnown = chosen === "" || known.some(({ value }) => value === chosen);
  return [...known, ...(isKnown ? [] : [{ value: chosen, text: chosen }])].map((choice) => ({
    ...choice,
    selected: choice.value === chosen,
  }));
}

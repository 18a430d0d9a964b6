import type { Language } from "../../engine/index.ts";
import { messages } from "../language/messages.ts";
import type { PublishedRules } from "../published-rules.ts";
import { UNLISTED } from "./case-of-report.ts";

export interface Choice {
  value: string;
  text: string;
  selected: boolean;
}

type Named = Omit<Choice, "selected">;

/** The grounds of a suspension that forms offer; their names are the wording `condition.ground.<ground>`. */
export const GROUNDS = ["own-request", "sanction"];

function namesFor(language: Language, rules: PublishedRules | null, field: string): Named[] {
  const say = messages(language);
  const named = (parts: readonly { id: string; name: Record<Language, string> }[] = []): Named[] =>
    parts.map(({ id, name }) => ({ value: id, text: name[language] }));
  if (field === "absence-kind") return named(rules?.ruleSet.absences);
  if (field === "absence-ground") return GROUNDS.map((value) => ({ value, text: say(`ground.${value}`) }));
  if (field === "sanction") return named(rules?.ruleSet.sanctions);
  const forms = (rules?.ruleSet.forms ?? []).map(({ id, name, weight }) => ({
    value: id,
    text: say("form.choice", { name: name[language], points: weight }),
  }));
  return [...forms, { value: UNLISTED, text: say("form.unlisted") }];
}

/** What may be chosen in a field of the form, by the rules in force. */
export const fieldChoices = (
  language: Language,
  rules: PublishedRules | null,
  field: string,
  chosen: string,
): Choice[] => namesFor(language, rules, field).map((choice) => ({ ...choice, selected: choice.value === chosen }));

import type { Attribute } from "../../../engine/schema/rule-set.ts";
import { inSentence } from "../in-sentence.ts";
import { quoted } from "./names.ts";
import type { Voice } from "./voice.ts";

/** The attribute that a fact reads; none of other facts. */
export function attributeOf({ ruleSet }: Voice, fact: string): Attribute | undefined {
  const [whose, id] = [fact.slice(0, fact.indexOf(".")), fact.slice(fact.indexOf(".") + 1)];
  const attributes = whose === "consultant" || whose === "activity" ? ruleSet.attributes?.[whose] : undefined;
  return attributes?.find((attribute) => attribute.id === id);
}

/** The name that the rule set gives a fact: that of the amount, measure, attribute or decision it stands for. */
function declaredName({ language, ruleSet }: Voice, fact: string): string | undefined {
  const [kind, id] = [fact.slice(0, fact.indexOf(".")), fact.slice(fact.indexOf(".") + 1)];
  const parts = {
    amount: ruleSet.amounts,
    measure: ruleSet.measures,
    decision: ruleSet.decisions,
    consultant: ruleSet.attributes?.consultant,
    activity: ruleSet.attributes?.activity,
  };
  return parts[kind as keyof typeof parts]?.find((part) => part.id === id)?.name[language];
}

/** A fact as a noun: a standard one's name, or in quotation marks the name that the rule set gives it. */
export function factName(voice: Voice, fact: string): string {
  const key = `fact.${fact}`;
  return voice.say.has(key) ? voice.say(key, { value: "true" }) : quoted(voice, declaredName(voice, fact) ?? fact);
}

/** A fact as what is counted, in brackets after a number: «минуты». */
export const unitName = (voice: Voice, fact: string): string => {
  const name = declaredName(voice, fact);
  return name === undefined ? factName(voice, fact) : inSentence(name);
};

/** A boolean fact as the statement that it holds or that it does not: «статус восстановлен в этом году». */
export function statement(voice: Voice, fact: string, holds: boolean): string {
  const { say } = voice;
  const value = String(holds);
  if (say.has(`fact.${fact}`)) return say(`fact.${fact}`, { value });
  const name = factName(voice, fact);
  return fact.startsWith("decision.")
    ? say("condition.decision", { name, value })
    : say("condition.attribute", { name, value });
}

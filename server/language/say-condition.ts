import { type Fact, factsOf } from "../../engine/facts.ts";
import type { Language, RuleSet } from "../../engine/index.ts";
import type { Comparison, Condition, Constant } from "../../engine/schema/condition.ts";
import { formatDay } from "./days.ts";
import { messages } from "./messages.ts";
import { formatNumber } from "./numbers.ts";

/** The name of a fact in a language: a standard one's, or that of the amount, measure or attribute it stands for. */
function sayFact(language: Language, name: string, ruleSet: RuleSet): string {
  const say = messages(language);
  if (say.has(`fact.${name}`)) return say(`fact.${name}`);
  const [kind, id] = [name.slice(0, name.indexOf(".")), name.slice(name.indexOf(".") + 1)];
  const parts = { amount: ruleSet.amounts, measure: ruleSet.measures, consultant: ruleSet.attributes?.consultant };
  return parts[kind as keyof typeof parts]?.find((part) => part.id === id)?.name[language] ?? name;
}

/** What a text constant stands for: an absence's name, or itself. */
const sayText = (language: Language, text: string, { absences }: RuleSet): string =>
  `«${absences.find(({ id }) => id === text)?.name[language] ?? text}»`;

function sayConstant(language: Language, constant: Constant, fact: Fact | undefined, ruleSet: RuleSet): string {
  if (typeof constant === "boolean") return messages(language)(constant ? "diff.yes" : "diff.no");
  if (typeof constant === "number") return formatNumber(language, constant);
  return fact?.type === "day" ? formatDay(language, constant) : sayText(language, constant, ruleSet);
}

function sayComparison(language: Language, { fact: name, operator, value }: Comparison, ruleSet: RuleSet): string {
  const fact = factsOf(ruleSet).get(name);
  const said = Array.isArray(value)
    ? value.map((item) => sayConstant(language, item, fact, ruleSet)).join(", ")
    : typeof value === "object"
      ? sayFact(language, value.fact, ruleSet)
      : sayConstant(language, value, fact, ruleSet);
  return messages(language)(`operator.${operator}`, { fact: sayFact(language, name, ruleSet), value: said });
}

/** A condition of a rule set as a sentence in a language. */
export function sayCondition(language: Language, condition: Condition, ruleSet: RuleSet): string {
  const say = messages(language);
  const within = (branch: Condition): string => {
    const said = sayCondition(language, branch, ruleSet);
    return "all" in branch || "any" in branch ? `(${said})` : said;
  };
  if ("all" in condition) return condition.all.map(within).join(say("condition.all"));
  if ("any" in condition) return condition.any.map(within).join(say("condition.any"));
  if ("not" in condition) return say("condition.not", { condition: within(condition.not) });
  return sayComparison(language, condition, ruleSet);
}

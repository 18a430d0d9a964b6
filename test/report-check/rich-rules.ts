import { readFileSync } from "node:fs";
import { checkRuleSet, parseRuleSet } from "../../engine/index.ts";
import { type PublishedRules, RuleBook } from "../../server/published-rules.ts";
import { published, regime } from "./rule-sets.ts";

const named = (kk: string, ru: string, en: string) => ({ name: { kk, ru, en }, clauses: ["7.2"] });
const is = (fact: string, value: unknown) => ({ fact, operator: "equal", value });

/** An amendment after the one of 2028 that has a case say everything that the language knows. */
function richRuleSet() {
  const { ruleSet } = regime("kz-2028");
  const [norm, ...amounts] = ruleSet.amounts;
  const seminar = ruleSet.forms.find(({ id }) => id === "seminar");
  const others = ruleSet.forms.filter(({ id }) => id !== "seminar" && id !== "article" && id !== "course");
  return {
    ...ruleSet,
    examples: [],
    attributes: {
      consultant: [
        {
          id: "seniority",
          ...named("Еңбек өтілі", "Стаж", "Seniority"),
          type: "text",
          values: ["junior", "senior"],
          default: "senior",
        },
        {
          id: "licensed-on",
          ...named("Лицензия күні", "Дата лицензии", "Licensed on"),
          type: "day",
          default: "2020-01-01",
        },
        { id: "mentor", ...named("Тәлімгер", "Наставник", "Mentor"), type: "boolean", default: false },
        { id: "clients", ...named("Клиенттер саны", "Число клиентов", "Clients"), type: "number", default: 0 },
      ],
      activity: [
        ...(ruleSet.attributes?.activity ?? []),
        {
          id: "mode",
          ...named("Өткізу тәсілі", "Способ проведения", "Mode"),
          type: "text",
          values: ["in-person", "remote", "by-post"],
          valueNames: [
            { value: "in-person", name: { kk: "Бетпе-бет", ru: "Очно", en: "In person" } },
            { value: "remote", name: { kk: "Қашықтан", ru: "Дистанционно", en: "Remotely" } },
          ],
          default: "in-person",
        },
        { id: "words", ...named("Сөз саны", "Количество слов", "Number of words"), type: "number", default: 0 },
        { id: "language", ...named("Тілі", "Язык", "Language"), type: "text", default: "" },
        { id: "first-time", ...named("Алғаш рет", "Впервые", "For the first time"), type: "boolean", default: false },
      ],
    },
    decisions: [
      { id: "relief", ...named("Нормадан босату", "Освобождение от нормы", "Relief from the norm") },
      { id: "hardship", ...named("Норманы азайту", "Уменьшение нормы", "Reduced norm") },
    ],
    exemptions: [
      ...ruleSet.exemptions,
      {
        id: "relief",
        ...named("Шешім бойынша босату", "Освобождение по решению", "Relief by decision"),
        when: is("decision.relief", true),
      },
    ],
    amounts: [
      {
        ...norm,
        choose: [
          { when: is("decision.hardship", true), value: 4 },
          {
            when: {
              all: [
                is("consultant.seniority", "junior"),
                is("consultant.mentor", false),
                { fact: "consultant.clients", operator: "lessThan", value: 10 },
                { fact: "consultant.licensed-on", operator: "greaterThan", value: "2024-01-01" },
              ],
            },
            value: 7,
          },
        ],
      },
      ...amounts,
    ],
    evidence: {
      ...ruleSet.evidence,
      kindNames: [{ value: "certificate", name: { kk: "Куәлік", ru: "Сертификат", en: "Certificate" } }],
    },
    forms: [
      { ...seminar, evidence: ["certificate", "programme"], when: is("activity.mode", "in-person") },
      { ...ruleSet.forms.find(({ id }) => id === "course"), per: { fact: "activity.units", every: 1 } },
      {
        ...ruleSet.forms.find(({ id }) => id === "article"),
        per: { fact: "activity.words", every: 1000 },
        rounding: { to: 1, towards: "down" },
        multipliers: [
          {
            when: {
              all: [is("activity.first-time", true), { fact: "activity.language", operator: "in", value: ["kk"] }],
            },
            by: 2,
          },
        ],
      },
      ...others,
    ],
  };
}

/** The rules of every kind of input, checked, in force from 2028. */
export function richRules(): PublishedRules {
  const text = JSON.stringify(richRuleSet());
  const errors = checkRuleSet(text).filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return published(parseRuleSet(text), text);
}

const FILE = new URL("../../rules/2022.json", import.meta.url);

/** The Rules of 2022, and after them others. */
export function bookWith(...others: PublishedRules[]): RuleBook {
  const text = readFileSync(FILE, "utf8");
  return new RuleBook([published(parseRuleSet(text), text), ...others]);
}

import { parseRuleSet, type RuleSet } from "../../engine/index.ts";
import { type Change, changed } from "./change.ts";
import { readJsonFile } from "./refusals.ts";

/** The Rules of 2022 as they are published. */
export const rules2022 = parseRuleSet(readJsonFile(new URL("../../rules/2022.json", import.meta.url)));

const part = (id: string) => ({ id, name: { kk: id, ru: id, en: id }, clauses: ["7.2"] });
const add = (path: string, value: unknown): Change => ({ op: "add", path, value });
const compare = (fact: string, operator: string, value: unknown) => ({ fact, operator, value });

/**
 * Rules that use what those of 2022 do not: attributes, amounts that are chosen, conditions of forms, limits, measures
 * of some forms, several requirements. Without their readings and examples, which speak of the places of parts.
 */
export const richerRules: RuleSet = parseRuleSet(
  changed(rules2022, [
    { op: "replace", path: "/interpretations", value: [] },
    { op: "replace", path: "/examples", value: [] },
    add("/attributes", { consultant: [{ ...part("rural"), type: "boolean", default: false }] }),
    add("/amounts/-", {
      ...part("practice"),
      choose: [
        { when: compare("member.joinedInYear", "equal", true), value: 0 },
        { when: compare("consultant.rural", "equal", true), value: 2.5 },
      ],
      otherwise: 4,
    }),
    add("/exemptions/-", { ...part("joined-in-december"), when: compare("member.since", "greaterThan", "2024-12-01") }),
    add("/forms/1/when", compare("activity.days", "lessThanInclusive", 5)),
    add("/forms/4/when", compare("activity.units", "greaterThanInclusive", 0.5)),
    add("/limits", [
      { ...part("seminars"), forms: ["seminar"], most: 5 },
      { ...part("media"), forms: ["article", "media-appearance"], most: 1.5 },
    ]),
    add("/measures/-", { ...part("practice"), forms: ["talk", "teaching", "seminar", "course"] }),
    add("/measures/-", { ...part("scholarship"), forms: ["degree", "monograph", "article"] }),
    add("/requirements/-", {
      ...part("practice"),
      when: {
        any: [
          compare("measure.practice", "greaterThanInclusive", { fact: "amount.practice" }),
          compare("measure.scholarship", "greaterThan", 10),
        ],
      },
    }),
    add("/requirements/-", { ...part("not-too-late"), when: { not: compare("report.daysLate", "greaterThan", 30) } }),
  ]),
);

import type { RuleSet } from "../../engine/index.ts";
import { changed } from "./sample-set.ts";

const name = (text: string) => ({ kk: `${text}-kk`, ru: `${text}-ru`, en: `${text}-en` });
const part = (id: string) => ({ id, name: name(id), clauses: [id] });
const late = { fact: "report.daysLate", operator: "greaterThan", value: 30 };
const remote = { fact: "activity.remote", operator: "equal", value: true };
const rounding = { to: 0.5, towards: "down" };
const hours = { fact: "activity.hours", every: 2 };

/** A rule set that holds every field that the schema names. */
export const EVERYTHING: RuleSet = changed({
  period: { monthsBefore: 3, monthsAfter: 2 },
  cycle: { years: 3, anchor: { fact: "member.since", next: true }, clauses: ["cycle"] },
  calendar: { holidays: ["2028-01-01"], workingDays: ["2028-03-11"], clauses: ["calendar"] },
  attributes: {
    consultant: [
      {
        ...part("field"),
        type: "text",
        values: ["tax", "family"],
        valueNames: [
          { value: "tax", name: name("tax") },
          { value: "family", name: name("family") },
        ],
        default: "tax",
      },
    ],
    activity: [
      {
        ...part("mode"),
        type: "text",
        values: ["online"],
        valueNames: [{ value: "online", name: name("online") }],
        default: "online",
      },
      { ...part("hours"), type: "number", default: 0 },
      { ...part("remote"), type: "boolean", default: false },
    ],
  },
  decisions: [part("relief")],
  categories: [part("ethics"), part("practice")],
  exemptions: [
    {
      ...part("leave-exempts"),
      forAny: "absence",
      when: {
        all: [
          { fact: "absence.kind", operator: "in", value: ["leave", "illness"] },
          { any: [late, { not: { fact: "decision.relief", operator: "equal", value: true } }] },
        ],
      },
    },
  ],
  amounts: [
    { ...part("chosen"), choose: [{ when: late, value: 5 }], otherwise: 7 },
    { ...part("by-table"), table: { fact: "member.year", rows: [{ upTo: 2, value: 5 }, { value: 10 }] } },
    {
      ...part("by-months"),
      proRata: {
        of: "norm",
        months: { joining: "full", absences: { kinds: ["leave"], excuse: "full", longerThanDays: 30 } },
        outOf: "cycle",
      },
      rounding: { to: 1, towards: "up" },
    },
    { ...part("by-percent"), percent: { of: "norm", percent: 25 } },
    { ...part("together"), sum: ["norm", "chosen"] },
    { ...part("as-fact"), fact: "member.monthsInYear" },
  ],
  forms: [
    {
      ...part("course"),
      short: name("short"),
      item: "7",
      weight: 1,
      per: hours,
      rounding,
      multipliers: [{ when: remote, by: 3 }],
      categories: ["ethics"],
      credits: [
        { category: "practice", weight: 1, per: hours, rounding, multipliers: [{ when: remote, by: 2 }] },
        { category: "ethics", weight: 1, per: "item" },
      ],
      when: { fact: "activity.endedOn", operator: "lessThan", value: "2028-06-30" },
      evidence: ["certificate"],
    },
  ],
  evidence: { kindNames: [{ value: "certificate", name: name("certificate") }] },
  limits: [
    {
      ...part("of-some"),
      forms: ["seminar", "talk"],
      when: remote,
      category: "ethics",
      most: { amount: "norm" },
      per: "item",
    },
    { ...part("of-one"), forms: ["course"], most: 6, per: "day" },
  ],
  assignments: [
    { ...part("assigned"), categories: [{ category: "ethics", until: { amount: "norm" } }, { category: "practice" }] },
  ],
  carryOver: {
    forms: ["seminar"],
    when: remote,
    category: "practice",
    withoutCategory: "ethics",
    most: { amount: "norm" },
    lasts: "one-year",
    clauses: ["carry-over"],
  },
  measures: [
    { ...part("selected"), forms: ["seminar"], when: remote, category: "ethics", over: { years: 3 } },
    {
      ...part("terms"),
      terms: [
        { forms: ["talk"], when: remote, category: "ethics", above: 1, most: { amount: "norm" } },
        { category: "practice", above: { amount: "norm" }, most: 4 },
      ],
      over: "cycle",
    },
    { ...part("counted"), count: "activities" },
  ],
  deadlines: {
    report: {
      name: name("report"),
      monthDay: "02-15",
      yearsAfter: 1,
      rollover: "next-working-day",
      graceDays: 10,
      clauses: ["report"],
    },
    summary: {
      name: name("summary"),
      monthDay: "03-01",
      yearsAfter: 2,
      rollover: "next-working-day",
      graceDays: 5,
      clauses: ["summary"],
    },
  },
  sanctions: [{ ...part("warning"), term: { months: 1 }, makeUp: true, skippedWhen: late }],
  retention: { years: 5, clauses: ["retention"] },
  sampling: { percent: 10, clauses: ["sampling"] },
  interpretations: [{ id: "reading", clauses: ["reading"], text: name("reading"), governs: ["/forms"] }],
});

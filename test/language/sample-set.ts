import type { RuleSet } from "../../engine/index.ts";

/** The same name in the three languages, as a lawyer would give it. */
const name = (kk: string, ru: string, en: string) => ({ kk, ru, en });

/** A rule set that says no more than it must. */
export const SAMPLE: RuleSet = {
  regime: "sample",
  effectiveYear: 2028,
  revision: 1,
  name: name("Үлгі қағидалар", "Правила для примера", "Sample rules"),
  period: { starts: "01-01", clauses: ["1"] },
  membership: { clauses: ["1"] },
  absences: [
    { id: "leave", name: name("Демалыс", "Отпуск", "Leave"), clauses: ["1"] },
    { id: "illness", name: name("Ауру", "Болезнь", "Illness"), clauses: ["1"] },
  ],
  exemptions: [],
  amounts: [{ id: "norm", name: name("Норма", "Норма", "Norm"), value: 10, clauses: ["2"] }],
  forms: [
    { id: "seminar", name: name("Семинар", "Семинар", "Seminar"), weight: 2, per: "item", clauses: ["3"] },
    { id: "talk", name: name("Баяндама", "Доклад", "Talk"), weight: 3, per: "item", clauses: ["3"] },
  ],
  unlisted: { creditedBy: "recognition", clauses: ["3"] },
  evidence: { required: true, clauses: ["3"] },
  measures: [{ id: "total", name: name("Жалпы балл", "Всего баллов", "Total"), clauses: ["2"] }],
  requirements: [
    {
      id: "norm",
      name: name("Норма орындалды", "Норма выполнена", "The norm is met"),
      when: { fact: "measure.total", operator: "greaterThanInclusive", value: { fact: "amount.norm" } },
      clauses: ["2"],
    },
  ],
  deadlines: {
    report: {
      name: name("Есеп", "Отчёт", "Report"),
      monthDay: "02-15",
      yearsAfter: 1,
      rollover: "none",
      clauses: ["4"],
    },
    summary: {
      name: name("Жиынтық", "Сводка", "Summary"),
      monthDay: "03-01",
      yearsAfter: 1,
      rollover: "none",
      clauses: ["4"],
    },
  },
  sanctions: [],
  interpretations: [],
  examples: [],
};

type Fields = Record<string, unknown>;

/** The set with some of its parts changed: lists are added to, objects are filled in. */
export function changed(change: Fields, set: RuleSet = SAMPLE): RuleSet {
  const before = set as unknown as Fields;
  const fields = Object.entries(change).map(([field, value]) => {
    const was = before[field];
    if (Array.isArray(was) && Array.isArray(value)) return [field, [...was, ...value]];
    const isFilledIn = typeof was === "object" && !Array.isArray(was) && typeof value === "object";
    return [field, isFilledIn ? { ...was, ...value } : value];
  });
  return { ...before, ...Object.fromEntries(fields) } as unknown as RuleSet;
}

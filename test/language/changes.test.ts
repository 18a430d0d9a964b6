import { describe, expect, it } from "vitest";
import { type Change, diffRuleSets, type Language, type RuleSet } from "../../engine/index.ts";
import { LANGUAGES } from "../../server/language/languages.ts";
import { sayChange } from "../../server/language/say-change.ts";
import { EVERYTHING } from "./everything.ts";
import { changed, SAMPLE } from "./sample-set.ts";

const say = (language: Language, before: RuleSet, after: RuleSet): string[] =>
  diffRuleSets(before, after).map((change: Change) =>
    sayChange(language, change, before, after).replaceAll("\u00a0", " "),
  );

const MODE = { id: "mode", name: { kk: "Өтуі", ru: "Способ", en: "Mode" }, clauses: ["1"] };

describe("what changed from a set to another", () => {
  it("names the year from which a value holds, where the years differ", () => {
    const norm = { ...SAMPLE.amounts[0], value: 12 } as RuleSet["amounts"][number];
    const after = { ...SAMPLE, effectiveYear: 2030, amounts: [norm] };
    expect(say("en", SAMPLE, after)).toEqual(["Norm: 10 → 12 points from 2030"]);
    expect(say("ru", SAMPLE, after)).toEqual(["Норма: 10 → 12 баллов с 2030 года"]);
    expect(say("kk", SAMPLE, after)).toEqual(["Норма: 10 → 12 балл, 2030 жылдан бастап"]);
    expect(say("en", SAMPLE, { ...after, effectiveYear: SAMPLE.effectiveYear })).toEqual(["Norm: 10 → 12 points"]);
  });

  it("says in one sentence what is said together", () => {
    const [norm, ...amounts] = SAMPLE.amounts as [RuleSet["amounts"][number]];
    const { value: _, ...rest } = norm;
    const when = { fact: "member.joinedInYear", operator: "equal", value: true };
    const [seminar, ...forms] = SAMPLE.forms as [RuleSet["forms"][number]];
    const per = { fact: "activity.days", every: 2 };
    const after = {
      ...SAMPLE,
      amounts: [{ ...rest, choose: [{ when, value: 6 }], otherwise: 12 }, ...amounts],
      forms: [{ ...seminar, weight: 1, per }, ...forms],
    };
    expect(say("en", SAMPLE, after)).toEqual([
      "Norm: 10 points → 6 points if the consultant joined in the year; otherwise 12 points",
      "Seminar: 2 points per activity → 1 point for every 2 (the number of days of the activity)",
    ]);
  });

  it("says what came and went by the sentences of the explanation", () => {
    const after = changed({
      carryOver: { most: 3, lasts: "one-year", clauses: ["1"] },
      retention: { years: 5, clauses: ["1"] },
    });
    expect(say("en", SAMPLE, after)).toEqual([
      "Added: carry-over. Points above the norm carry over to the next year: at most 3 points; for one year only",
      "Added: retention of records. Records are kept for 5 years",
    ]);
    expect(say("ru", after, SAMPLE)).toEqual([
      "Исключено: перенос баллов. Баллы сверх нормы переносятся на следующий год: не более 3 баллов; только на один год",
      "Исключено: срок хранения. Документы хранятся 5 лет",
    ]);
  });

  it("calls the values of an attribute by their names, those of the set that they stand in", () => {
    const online = { value: "online", name: { kk: "Қашықтан", ru: "Дистанционно", en: "Remotely" } };
    const hall = { value: "hall", name: { kk: "Бетпе-бет", ru: "Очно", en: "In person" } };
    const mode = (attribute: object): RuleSet =>
      changed({ attributes: { activity: [{ ...MODE, type: "text", ...attribute }] } });
    const before = mode({ values: ["online"], valueNames: [online], default: "online" });
    const after = mode({ values: ["online", "hall"], valueNames: [online, hall], default: "hall" });
    expect(say("en", before, after)).toEqual([
      "Mode – allowed values: “Remotely” → “Remotely” or “In person”",
      "Mode – names of the values: “online” – “Remotely” → “online” – “Remotely”, “hall” – “In person”",
      "Mode – default: “Remotely” → “In person”",
    ]);
    expect(say("kk", before, after)[0]).toBe("Өтуі – мүмкін мәндері: «Қашықтан» → «Қашықтан» немесе «Бетпе-бет»");
    const nameless = mode({ values: ["online"], default: "online" });
    expect(say("ru", nameless, before)).toEqual(["Способ – названия значений: нет → «online» – «Дистанционно»"]);
  });

  it("calls the kinds of documents by their names, those of the set that they stand in", () => {
    const seminar = SAMPLE.forms[0] as RuleSet["forms"][number];
    const certificate = { value: "certificate", name: { kk: "Сертификат", ru: "Сертификат", en: "Certificate" } };
    const taking = (evidence: string[], named: object): RuleSet => ({
      ...SAMPLE,
      forms: [{ ...seminar, evidence }],
      evidence: { ...SAMPLE.evidence, ...named },
    });
    const before = taking(["certificate"], {});
    const after = taking(["certificate", "diploma"], { kindNames: [certificate] });
    expect(say("en", before, after)).toEqual([
      "Seminar – supporting documents: “certificate” → “Certificate” or “diploma”",
      "Supporting document – names of the kinds of documents: none → “certificate” – “Certificate”",
    ]);
  });

  it("says the day that holds where nothing is said as a day", () => {
    const day = (value: string): RuleSet =>
      changed({ attributes: { activity: [{ ...MODE, type: "day", default: value }] } });
    expect(say("en", day("2020-01-01"), day("2021-02-03"))).toEqual([
      "Mode – default: 1 January 2020 → 3 February 2021",
    ]);
  });

  it.each(LANGUAGES)("says every field of every part in %s, without JSON", (language) => {
    const parts = [...say(language, SAMPLE, EVERYTHING), ...say(language, EVERYTHING, SAMPLE)];
    const bare = Object.fromEntries(Object.entries(EVERYTHING).map(([field, value]) => [field, strip(value)]));
    const fields = [...say(language, EVERYTHING, bare as never), ...say(language, bare as never, EVERYTHING)];
    for (const text of [...parts, ...fields]) expect(text).not.toMatch(/[{}]|undefined|\[object|null/);
    expect(fields.length).toBeGreaterThan(60);
  });
});

/** The parts without what they may do without. */
function strip(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((part: Record<string, unknown>) => ({
    id: part.id,
    name: part.name,
    clauses: part.clauses,
    ...kept(part),
  }));
}

const kept = (part: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(part).filter(([field]) => ["text", "governs", "weight", "per"].includes(field)));

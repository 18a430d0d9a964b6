import { describe, expect, it } from "vitest";
import { clauseSlug, fullClause, shortClause } from "../../server/language/clause-labels.ts";
import { formatDay, formatDayInTable } from "../../server/language/days.ts";
import { LANGUAGES } from "../../server/language/languages.ts";
import { messages } from "../../server/language/messages.ts";
import { readClause } from "../../server/language/read-clause.ts";
import { plain } from "./site.ts";

describe("days are written as a clerk writes them", () => {
  it("in Kazakh", () => expect(plain(formatDay("kk", "2025-02-15"))).toBe("2025 жылғы 15 ақпан"));
  it("in Russian", () => expect(plain(formatDay("ru", "2025-02-15"))).toBe("15 февраля 2025 года"));
  it("in a Russian table", () => expect(plain(formatDayInTable("ru", "2025-02-15"))).toBe("15 февраля 2025"));
  it("in English", () => expect(plain(formatDay("en", "2025-02-15"))).toBe("15 February 2025"));

  it("whatever the time zone, the first and the last day of a year stay in it", () => {
    expect(plain(formatDay("en", "2024-01-01"))).toBe("1 January 2024");
    expect(plain(formatDay("en", "2024-12-31"))).toBe("31 December 2024");
  });
});

describe("points have the right form after every number", () => {
  const points = (language: "kk" | "ru" | "en", number: number): string =>
    plain(messages(language)("points", { points: number }));

  it("in Kazakh", () =>
    expect([1, 2, 5, 1.5].map((n) => points("kk", n))).toEqual(["1 балл", "2 балл", "5 балл", "1,5 балл"]));
  it("in Russian", () =>
    expect([1, 2, 5, 11, 21, 1.5].map((n) => points("ru", n))).toEqual([
      "1 балл",
      "2 балла",
      "5 баллов",
      "11 баллов",
      "21 балл",
      "1,5 балла",
    ]));
  it("in English", () =>
    expect([1, 2, 1.5].map((n) => points("en", n))).toEqual(["1 point", "2 points", "1.5 points"]));
});

describe("clauses are named as each language names them", () => {
  it.each([
    ["7.2", "7.2-т.", "п. 7.2", "7.2", "7.2"],
    ["6.2 (2)", "6.2 (2)-т.", "п. 6.2 (2)", "6.2 (2)", "6.2-2"],
    ["Annex 1", "1-қосымша", "прил. 1", "Annex 1", "annex-1"],
    ["Annex 2, item 4", "2-қосымша, 4-т.", "прил. 2, п. 4", "Annex 2, 4", "annex-2-item-4"],
  ])("%s", (clause, kk, ru, en, slug) => {
    expect(plain(shortClause("kk", clause))).toBe(kk);
    expect(plain(shortClause("ru", clause))).toBe(ru);
    expect(plain(shortClause("en", clause))).toBe(en);
    expect(clauseSlug(clause)).toBe(slug);
  });

  it.each(["7.2", "6.2 (2)", "Annex 1", "Annex 2, item 4"])("%s is read from every way of naming it", (clause) => {
    for (const language of LANGUAGES)
      for (const named of [shortClause(language, clause), fullClause(language, clause)])
        for (const typed of [named, plain(named), named.toLowerCase()]) expect(readClause(typed), typed).toBe(clause);
  });

  it("what names no clause is read as it was written", () => expect(readClause("9-бап")).toBe("9-бап"));

  it("in full in a heading", () => expect(plain(fullClause("ru", "Annex 2, item 4"))).toBe("Приложение 2, пункт 4"));
});

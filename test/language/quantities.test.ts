import { describe, expect, it } from "vitest";
import type { Language } from "../../engine/index.ts";
import { explainRuleSet } from "../../server/language/explain/explain-rule-set.ts";
import { changed, SAMPLE } from "./sample-set.ts";

const plain = (text: string): string => text.replaceAll("\u00a0", " ");

/** The sentence of a section that is the first to say something else than the sample does. */
function said(language: Language, change: Record<string, unknown>): string {
  const texts = (set: typeof SAMPLE): string[] =>
    explainRuleSet(language, set).flatMap(({ sentences }) => sentences.map(({ text }) => plain(text)));
  const before = texts(SAMPLE);
  return texts(changed(change)).find((text) => !before.includes(text)) ?? "";
}

const name = { kk: "Шама", ru: "Величина", en: "Base" };
const amount = (value: number) => ({ amounts: [{ id: "base", name, clauses: ["1"], value }] });
const limit = (most: number) => ({ limits: [{ id: "limit", name, clauses: ["1"], most }] });
const retention = (years: number) => ({ retention: { years, clauses: ["1"] } });
const term = (months: number) => ({ sanctions: [{ id: "s", name, clauses: ["1"], term: { months }, makeUp: true }] });

const NUMBERS = [1, 2, 5, 21, 1.5];
const all = (language: Language, change: (number: number) => Record<string, unknown>, numbers = NUMBERS): string[] =>
  numbers.map((number) =>
    said(language, change(number))
      .replace(/^.*?: /, "")
      .replace(/;.*|\.$/, ""),
  );

describe("points after a colon", () => {
  it("in Kazakh", () => expect(all("kk", amount)).toEqual(["1 балл", "2 балл", "5 балл", "21 балл", "1,5 балл"]));
  it("in Russian", () => expect(all("ru", amount)).toEqual(["1 балл", "2 балла", "5 баллов", "21 балл", "1,5 балла"]));
  it("in English", () =>
    expect(all("en", amount)).toEqual(["1 point", "2 points", "5 points", "21 points", "1.5 points"]));
});

describe("points that are a limit", () => {
  it("in Kazakh", () =>
    expect(all("kk", limit)).toEqual([1, 2, 5, 21, "1,5"].map((n) => `жылына ${n} балдан артық емес`)));
  it("in Russian", () =>
    expect(all("ru", limit)).toEqual(
      ["1 балла", "2 баллов", "5 баллов", "21 балла", "1,5 балла"].map((points) => `не более ${points} в год`),
    ));
  it("in English", () =>
    expect(all("en", limit)).toEqual(
      ["1 point", "2 points", "5 points", "21 points", "1.5 points"].map((points) => `at most ${points} a year`),
    ));
});

describe("years and months", () => {
  const years = (language: Language): string[] => [1, 2, 5, 21].map((number) => said(language, retention(number)));
  const months = (language: Language): string[] => all(language, term, [1, 2, 5, 21]);

  it("in Kazakh", () => {
    expect(years("kk")).toEqual([1, 2, 5, 21].map((n) => `Құжаттар ${n} жыл сақталады.`));
    expect(months("kk")).toEqual([1, 2, 5, 21].map((n) => `мерзімі – қолданылған күннен бастап ${n} ай`));
  });
  it("in Russian", () => {
    expect(years("ru")).toEqual(["1 год", "2 года", "5 лет", "21 год"].map((n) => `Документы хранятся ${n}.`));
    expect(months("ru")).toEqual(
      ["1 месяц", "2 месяца", "5 месяцев", "21 месяц"].map((n) => `срок – ${n} со дня применения`),
    );
  });
  it("in English", () => {
    expect(years("en")).toEqual(["1 year", "2 years", "5 years", "21 years"].map((n) => `Records are kept for ${n}.`));
    expect(months("en")).toEqual(
      ["1 month", "2 months", "5 months", "21 months"].map((n) => `for ${n} from the day it is imposed`),
    );
  });
});

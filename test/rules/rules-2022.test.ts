import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkRuleSet, compile, confirm, parseCase, parseRuleSet } from "../../engine/index.ts";
import { readLawText } from "../../server/law-text.ts";

const read = (file: string): string => readFileSync(new URL(`../../rules/${file}`, import.meta.url), "utf8");
const ruleSet = parseRuleSet(read("2022.json"));
const text = readLawText(new URL("../../rules/2022.text.json", import.meta.url).pathname);

describe("rules/2022.json", () => {
  it("has no finding against the text of the Rules beside it", () => {
    expect(checkRuleSet(read("2022.json"), { clauses: text.clauses.map(({ id }) => id) })).toEqual([]);
  });

  it("holds the forms of Annex 2 with their points", () => {
    const points = ruleSet.forms.map(({ id, item, weight }) => [item, id, weight]);
    expect(points).toEqual([
      ["1", "short-programme", 2],
      ["2", "seminar", 2],
      ["3", "course", 2],
      ["4", "talk", 3],
      ["5", "internship", 2],
      ["6", "degree-programme", 2],
      ["7", "teaching", 3],
      ["8", "degree", 6],
      ["9", "working-group", 3],
      ["10", "monograph", 5],
      ["10", "public-education", 5],
      ["11", "article", 1],
      ["12", "media-appearance", 1],
    ]);
  });

  it("holds the twelve readings, each with clauses of the text", () => {
    const known = new Set(text.clauses.map(({ id }) => id));
    expect(ruleSet.interpretations).toHaveLength(12);
    for (const { clauses } of ruleSet.interpretations) for (const clause of clauses) expect(known).toContain(clause);
  });

  it("has examples that the second opinion confirms", async () => {
    const rules = compile(ruleSet);
    for (const { case: given, asOf } of ruleSet.examples) {
      await confirm(ruleSet, parseCase(given), rules.decide(parseCase(given), { asOf }));
    }
  });
});

describe("rules/2022.text.json", () => {
  it("has as many paragraphs of every clause in each language, none of them empty", () => {
    for (const { id, text: paragraphs } of text.clauses) {
      const { kk, ru, en } = paragraphs;
      expect({ id, ru: ru.length, en: en.length }).toEqual({ id, ru: kk.length, en: kk.length });
      for (const paragraph of [...kk, ...ru, ...en]) expect(paragraph.trim()).not.toBe("");
    }
  });

  it("names a chapter for every clause, and gives the points of Annex 2 as the rule set does", () => {
    const chapters = new Set(text.chapters.map(({ id }) => id));
    for (const { chapter } of text.clauses) expect(chapters).toContain(chapter);
    for (const { item, weight } of ruleSet.forms) {
      const clause = text.clauses.find(({ id }) => id === `Annex 2, item ${item}`);
      expect(clause?.text.kk.at(-1)).toBe(`${weight} балл`);
    }
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { compareWithExpectation } from "../../engine/check/expectation.ts";
import { type Case, checkRuleSet, compile, confirm, parseCase, parseRuleSet } from "../../engine/index.ts";

/** A worked case of a regime: a name that a lawyer can check, the clauses it is about, and what must be decided. */
interface WorkedCase {
  name: string;
  clauses: string[];
  asOf: string;
  case: Case;
  expect: Record<string, unknown>;
}

const here = new URL("./", import.meta.url);
const engine = new URL("../../engine/", import.meta.url);
const read = (file: string, folder = here): string => readFileSync(new URL(file, folder), "utf8");

const REGIMES = ["australia", "france", "kz-2028", "new-york", "ontario", "poland"];

describe.each(REGIMES)("%s", (regime) => {
  const json = read(`${regime}/rule-set.json`);
  const ruleSet = parseRuleSet(json);
  const rules = compile(ruleSet);
  const files = readdirSync(new URL(`${regime}/cases/`, here));
  const workedCases = files.map((file): [name: string, worked: WorkedCase] => [
    basename(file, ".json"),
    JSON.parse(read(`${regime}/cases/${file}`)),
  ]);

  it("is a rule set in which nothing is found, with examples and at least eight cases", () => {
    expect(checkRuleSet(json)).toEqual([]);
    expect(ruleSet.examples.length).toBeGreaterThanOrEqual(2);
    expect(workedCases.length).toBeGreaterThanOrEqual(8);
  });

  it.each(workedCases)("%s", async (name, worked) => {
    expect(worked.name, "the file bears the name of the case").toBe(name);
    const theCase = parseCase(worked.case);
    const decision = rules.decide(theCase, { asOf: worked.asOf });
    expect(compareWithExpectation(decision, worked.expect)).toEqual([]);
    await confirm(ruleSet, theCase, decision);
  });
});

it("the engine knows none of these regimes by name, nor what they credit", () => {
  const words =
    /ontario|australia|new.?york|poland|polish|france|french|avocat|radcowie|ethics|professionalism|equality|cybersecurity|diversity|seminar|committee|private.?study/i;
  const sources = readdirSync(engine, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  expect(sources.length).toBeGreaterThan(20);
  expect(sources.filter((file) => words.test(read(file, engine)))).toEqual([]);
});

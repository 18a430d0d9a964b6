import { describe, expect, it } from "vitest";
import { CaseError, compile, type Decision, parseCase, parseRuleSet, type RuleSet } from "../../engine/index.ts";
import { changed } from "./change.ts";
import {
  codesAndPointers,
  faultsOfMessage,
  givenBy,
  problemsOf,
  type Refusal,
  readJsonFile,
  readRefusals,
  testFormats,
} from "./refusals.ts";

const rules2022 = readJsonFile(new URL("../../rules/2022.json", import.meta.url)) as RuleSet;
const fullCase = readJsonFile(new URL("full-case.json", import.meta.url));
const compiled = compile(parseRuleSet(rules2022));
const refusals = readRefusals("invalid-cases");

function decide(given: unknown, { rules, asOf = "2025-04-20" }: Partial<Refusal> = {}): Decision {
  const { decide } = rules ? compile(parseRuleSet(changed(rules2022, rules))) : compiled;
  return decide(parseCase(given), { asOf });
}

describe("every fault of a case is refused where it stands", () => {
  it("the case without a fault is decided", () => {
    const { outcome, activities } = decide(fullCase);
    expect(outcome).toBe("unfulfilled");
    expect(activities.map(({ credited }) => credited)).toEqual([2, 2, 2]);
  });

  it.each(refusals)("$name", (refusal) => {
    for (const given of givenBy(refusal, fullCase)) {
      const problems = problemsOf(() => decide(given, refusal));
      expect(codesAndPointers(problems)).toEqual(codesAndPointers(refusal.problems));
      expect(problems.flatMap(faultsOfMessage)).toEqual([]);
    }
  });

  testFormats(refusals);

  it("as a CaseError, whose message names every place", () => {
    try {
      decide({ ...(fullCase as object), reportingYear: "2024", id: "" });
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(CaseError);
      expect((error as CaseError).name).toBe("CaseError");
      expect((error as CaseError).message).toMatch(/\/reportingYear: .*\/id: |\/id: .*\/reportingYear: /);
    }
  });
});

describe("what stands on the edge is accepted", () => {
  const accepted: [name: string, path: string, value: unknown, times?: number][] = [
    ["a title of 4,000 characters", "/activities/0/title", "ұ", 4000],
    ["a title of 4,000 characters beyond the basic plane", "/activities/0/title", "𐰴", 4000],
    ["an id of 4,000 characters", "/activities/0/id", "x", 4000],
    ["an empty title", "/activities/0/title", ""],
    ["a title with a lone surrogate", "/activities/0/title", "\ud800"],
    ["a title with a null character", "/activities/0/title", "\u0000"],
    ["an id named __proto__", "/activities/0/id", "__proto__"],
    ["a form named constructor", "/activities/0/form", "constructor"],
    ["a hundredth of a unit", "/activities/0/units", 0.01],
    ["a million units", "/activities/0/units", 1_000_000],
    ["no points claimed", "/activities/0/claimedPoints", 0],
    ["less than no points that is none", "/activities/0/claimedPoints", -0],
    ["a million points claimed", "/activities/0/claimedPoints", 1_000_000],
    ["29 February of a leap year", "/report/submittedOn", "2024-02-29"],
    ["29 February 2000", "/consultant/memberSince", "2000-02-29"],
    ["1 January 1900", "/consultant/memberSince", "1900-01-01"],
    ["31 December 2999", "/consultant/memberUntil", "2999-12-31"],
    ["an activity of one day", "/activities/0/to", "2024-05-12"],
    ["an absence of one day", "/absences/0/to", "2021-02-01"],
    ["a membership of one day", "/consultant/memberUntil", "2019-04-01"],
    ["no last day of membership", "/consultant/memberUntil", null],
    ["two sanctions on one day", "/sanctions/1/imposedOn", "2025-03-03"],
    ["no report", "/report", null],
    ["no evidence", "/activities/0/evidence", []],
    ["no activities", "/activities", []],
    ["200 documents", "/activities/0/evidence", [{ kind: "certificate", name: "" }], 200],
    ["200 sanctions", "/sanctions", [{ sanction: "warning", imposedOn: "2025-03-03" }], 200],
    ["the reporting year 1900", "/reportingYear", 1900],
    ["the reporting year 2999", "/reportingYear", 2999],
  ];

  it.each(accepted)("%s", (_, path, value, times) => {
    const given = changed(fullCase, [{ op: "replace", path, value, ...(times === undefined ? {} : { times }) }]);
    expect(decide(given).outcome).toBeTypeOf("string");
    expect(decide(JSON.stringify(given)).outcome).toBeTypeOf("string");
  });

  it("a case with only what is needed", () => {
    const given = { reportingYear: 2024, consultant: { id: "c", memberSince: "2019-04-01" }, activities: [] };
    expect(decide(given)).not.toHaveProperty("id");
  });

  it("1,000 activities", () => {
    const activity = { form: "article", title: "", organizer: "", from: "2024-01-01", to: "2024-01-01", evidence: [] };
    const activities = Array.from({ length: 1000 }, (_, at) => ({ id: `a${at}`, ...activity }));
    expect(decide({ ...(fullCase as object), activities }).activities).toHaveLength(1000);
  });

  it("sixty-four lists in each other are read, and refused only for what they are", () => {
    expect(codesAndPointers(problemsOf(() => parseCase("[".repeat(64) + "]".repeat(64))))).toEqual([
      "wrong-type at the whole document",
    ]);
  });
});

describe("a hostile case makes neither a long list nor a long wait", () => {
  const activities = (count: number, fields: object): object[] =>
    Array.from({ length: count }, (_, at) => ({ id: `a${at}`, ...fields }));

  it("tells at most a hundred problems", () => {
    const given = { ...(fullCase as object), activities: activities(300, { form: "" }) };
    expect(problemsOf(() => parseCase(given))).toHaveLength(100);
  });

  it("tells at most a hundred names given twice", () => {
    expect(problemsOf(() => parseCase(`{${'"a":1,'.repeat(5000)}"a":1}`))).toHaveLength(100);
  });

  it("tells one problem of a document with more than 50,000 values", () => {
    const given = { ...(fullCase as object), activities: activities(10_000, { a: 1, b: 2, c: 3, d: 4, e: 5 }) };
    expect(problemsOf(() => parseCase(given))).toHaveLength(1);
  });
});

import { describe, expect, it } from "vitest";
import { parseRuleSet, RuleSetError } from "../../engine/index.ts";
import { PROBLEM_MESSAGES } from "../../engine/reading/problem-messages.ts";
import { type Change, changed } from "./change.ts";
import {
  codesAndPointers,
  faultsOfMessage,
  givenBy,
  problemsOf,
  readJsonFile,
  readRefusals,
  testFormats,
} from "./refusals.ts";

const rules2022 = readJsonFile(new URL("../../rules/2022.json", import.meta.url));
const refusals = readRefusals("invalid-rules");

/** What `checkRuleSet` alone tells, which also knows the text of the Rules and decides the examples. */
const TOLD_BY_THE_CHECK = ["unknown-clause", "example-refused", "example-fails", "no-example"];

describe("every fault of a rule set is refused where it stands", () => {
  it("the rule set without a fault is read", () => {
    expect(parseRuleSet(rules2022)).toEqual(rules2022);
    expect(parseRuleSet(JSON.stringify(rules2022))).toEqual(rules2022);
  });

  it.each(refusals)("$name", (refusal) => {
    for (const given of givenBy(refusal, rules2022)) {
      const problems = problemsOf(() => parseRuleSet(given));
      expect(codesAndPointers(problems)).toEqual(codesAndPointers(refusal.problems));
      expect(problems.flatMap(faultsOfMessage)).toEqual([]);
    }
  });

  testFormats(refusals);

  it("as a RuleSetError, whose message names every place", () => {
    try {
      parseRuleSet(
        changed(rules2022, [
          { op: "remove", path: "/regime" },
          { op: "replace", path: "/revision", value: 0 },
        ]),
      );
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(RuleSetError);
      expect((error as RuleSetError).name).toBe("RuleSetError");
      expect((error as RuleSetError).message).toContain("(whole document): ");
      expect((error as RuleSetError).message).toContain("/revision: ");
    }
  });
});

describe("what stands on the edge of a rule set is accepted", () => {
  const part = { name: { kk: "Атау", ru: "Имя", en: "Name" }, clauses: ["7.2"] };
  const joined = { fact: "member.joinedInYear", operator: "equal", value: true };
  const nested = (depth: number): object => (depth === 0 ? joined : { not: nested(depth - 1) });
  const accepted: [name: string, change: Change[]][] = [
    ["a weight of nothing", [{ op: "replace", path: "/forms/0/weight", value: 0 }]],
    ["a weight of a hundredth", [{ op: "replace", path: "/forms/0/weight", value: 0.01 }]],
    ["a form without an item", [{ op: "remove", path: "/forms/0/item" }]],
    ["a name of 4,000 characters", [{ op: "replace", path: "/forms/0/name/kk", value: "ұ", times: 4000 }]],
    ["an id of 64 characters", [{ op: "replace", path: "/forms/0/id", value: "x", times: 64 }]],
    ["a year that begins in July", [{ op: "replace", path: "/period/starts", value: "07-01" }]],
    ["a deadline on 28 February", [{ op: "replace", path: "/deadlines/report/monthDay", value: "02-28" }]],
    ["a deadline in the year itself", [{ op: "replace", path: "/deadlines/report/yearsAfter", value: 0 }]],
    ["no sanctions", [{ op: "replace", path: "/sanctions", value: [] }, ...ungoverned()]],
    ["a pointer with ~0 and ~1", [{ op: "replace", path: "/interpretations/0/governs/0", value: "/$schema" }]],
    ["an attribute of each type", [{ op: "add", path: "/attributes", value: { consultant: attributes() } }]],
    ["a condition nested 50 deep", [{ op: "add", path: "/forms/0/when", value: nested(50) }]],
    ["an amount chosen by another", chosenAmount()],
    ["a list of points", [{ op: "replace", path: "/requirements/0/when", value: oneOf([10, 10.5]) }]],
  ];

  function ungoverned(): Change[] {
    return [8, 9].map((at): Change => ({ op: "replace", path: `/interpretations/${at}/governs`, value: [] }));
  }

  function attributes(): object[] {
    const defaults = { number: 0.01, text: "", boolean: false, day: "2024-02-29" };
    return Object.entries(defaults).map(([type, value]) => ({ id: `a-${type}`, ...part, type, default: value }));
  }

  function chosenAmount(): Change[] {
    const less = { fact: "amount.norm", operator: "lessThan", value: 20 };
    const choose = [{ when: { any: [joined, less] }, value: 5 }];
    return [{ op: "add", path: "/amounts/-", value: { id: "other", ...part, choose, otherwise: 7.5 } }];
  }

  function oneOf(value: number[]): object {
    return { not: { fact: "measure.total", operator: "notIn", value } };
  }

  it.each(accepted)("%s", (_, change) => {
    expect(() => parseRuleSet(changed(rules2022, change))).not.toThrow();
    expect(() => parseRuleSet(JSON.stringify(changed(rules2022, change)))).not.toThrow();
  });
});

describe("the files of refused cases and rule sets", () => {
  const told = [...refusals, ...readRefusals("invalid-cases")].flatMap(({ problems }) => problems);

  it("show every problem that there is", () => {
    const codes = new Set([...told.map(({ code }) => code), ...TOLD_BY_THE_CHECK]);
    expect(Object.keys(PROBLEM_MESSAGES).filter((code) => !codes.has(code))).toEqual([]);
  });

  it("name no problem that does not exist", () => {
    expect(told.filter(({ code }) => !Object.hasOwn(PROBLEM_MESSAGES, code))).toEqual([]);
  });
});

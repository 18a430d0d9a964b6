import { describe, expect, it } from "vitest";
import {
  answered,
  is,
  type JudgedFact,
  type JudgedFacts,
  judge,
  type Questions,
  questions,
} from "../../engine/second-opinion/judge.ts";

const asksWhetherOne = () => questions([{ name: "one", conditions: { all: [is("fact", "equal", 1)] } }]);

const held = (asked: Questions, ...facts: JudgedFacts[]) => answered(judge(asked, ...facts));

describe("questions that are put to json-rules-engine", () => {
  it("are answered anew for each value, however alike two are written", async () => {
    const asked = asksWhetherOne();
    const values: JudgedFact[] = [1, "1", 1n, true, "1,", "1n", 0, 1];
    const answers: ReadonlySet<string>[] = [];
    for (const value of values) answers.push(await held(asked, { fact: value }));
    expect(answers.map((names) => names.has("one"))).toEqual(values.map((value) => value === 1));
    expect(new Set(answers).size).toBe(new Set(values).size);
  });

  it("read a fact from the first that know it, and nothing that facts inherit", async () => {
    const asked = asksWhetherOne();
    expect((await held(asked, { fact: 1 }, { fact: 2 })).has("one")).toBe(true);
    expect((await held(asked, {}, { fact: 2 })).has("one")).toBe(false);
    await expect(
      held(questions([{ name: "none", conditions: { all: [is("toString", "equal", 1)] } }]), {}),
    ).rejects.toThrow("Undefined fact: toString");
  });

  it("do not mix what overlapping evaluations ask", async () => {
    const asked = asksWhetherOne();
    const values = Array.from({ length: 200 }, (_, at) => at % 40);
    const answers = await Promise.all(values.map((value) => held(asked, { fact: value })));
    expect(answers.map((names) => names.has("one"))).toEqual(values.map((value) => value === 1));
  });

  it("read the facts on both sides of every comparison", () => {
    const conditions = {
      all: [is("a", "equal", 1), { not: { any: [is("b", "in", { fact: "c" }), is("a", "equal", 2)] } }],
    };
    expect(questions([{ name: "all", conditions }]).reads).toEqual(["a", "b", "c"]);
  });
});

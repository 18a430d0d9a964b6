import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { compareWithExpectation } from "../../engine/check/expectation.ts";
import { qagida } from "./qagida.ts";

const folder = new URL("../cases/", import.meta.url);
const files = readdirSync(folder).map((file) => JSON.parse(readFileSync(new URL(file, folder), "utf8")));
const first = files.find(({ name }) => name === "five-seminars-fulfil-the-norm");
const goodLine = JSON.stringify(first.case);

describe("qagida evaluate", () => {
  it("decides every worked case as it must be, and confirms it", async () => {
    const lines = files.map(({ case: given, asOf }) => JSON.stringify({ case: given, asOf }));
    const { code, stdout, stderr } = await qagida(["evaluate", "--batch", "-", "--confirm"], `${lines.join("\n")}\n`);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const decisions = stdout.trimEnd().split("\n");
    expect(decisions).toHaveLength(files.length);
    for (const [at, { name, expect: expected }] of files.entries()) {
      expect({ name, mismatches: compareWithExpectation(JSON.parse(decisions[at] ?? ""), expected) }).toEqual({
        name,
        mismatches: [],
      });
    }
  });

  it("decides one case from standard input as of a day, with and without the trace", async () => {
    const { code, stdout } = await qagida(["evaluate", "-", "--as-of", "2025-02-16"], goodLine);
    const decision = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(decision).toMatchObject({ asOf: "2025-02-16", outcome: "fulfilled" });
    expect(decision.trace.length).toBeGreaterThan(5);
    const bare = await qagida(["evaluate", "-", "--as-of", "2025-02-16", "--no-trace"], goodLine);
    const { trace: _, ...withoutTrace } = decision;
    expect(JSON.parse(bare.stdout)).toEqual(withoutTrace);
  });

  it("decides by the set in a file or in force in a year, and refuses a year without one", async () => {
    const set = fileURLToPath(new URL("../../rules/2022.json", import.meta.url));
    const asOf = ["--as-of", "2025-02-16", "--no-trace"];
    const byFile = await qagida(["evaluate", "-", "--rules", set, ...asOf], goodLine);
    const byYear = await qagida(["evaluate", "-", "--rules", "2026", ...asOf], goodLine);
    expect(byFile.stdout).toBe(byYear.stdout);
    const early = await qagida(
      ["evaluate", "-", ...asOf],
      goodLine.replace('"reportingYear":2024', '"reportingYear":2021'),
    );
    expect(early).toMatchObject({ code: 2, stdout: "" });
    expect(early.stderr).toContain("/reportingYear: No rule set is in force for 2021.");
  });

  it("names every problem of a refused case, with its place and what to do, in the language asked for", async () => {
    const bad = goodLine.replace("2024-01-15", "2024-02-30").replace('"report":', '"reports":');
    const { code, stdout, stderr } = await qagida(["evaluate", "-"], bad);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("-: /activities/0/from: This is not a day of the calendar. Write an existing day");
    expect(stderr).toContain('-: /reports: The field "reports" is not known here.');
    const russian = await qagida(["evaluate", "-", "--lang", "ru"], bad);
    expect(russian.stderr).toContain("Такого дня в календаре нет.");
  });

  const refused: [name: string, input: string | Buffer, message: string][] = [
    ["a name given twice", '{"reportingYear":2024,"reportingYear":2025}', 'The name "reportingYear" is given twice'],
    ["__proto__", '{"__proto__":{"x":1}}', 'The name "__proto__" is not allowed'],
    ["20,000 levels", `${"[".repeat(20_000)}${"]".repeat(20_000)}`, "nested deeper than 64 levels"],
    ["NaN", '{"reportingYear":NaN}', "line 1, column 18"],
    ["no text at all", "", "This is not JSON"],
    ["what is not UTF-8", Buffer.from([0x7b, 0xff, 0x7d]), "not UTF-8"],
  ];
  it.each(refused)("refuses %s with a clear message", async (_, input, message) => {
    const { code, stdout, stderr } = await qagida(["evaluate", "-"], [input]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it.each([
    ["a missing file", ["evaluate", "/nowhere/case.json"], "There is no file /nowhere/case.json."],
    ["a folder", ["evaluate", "/"], "/ is a folder."],
    ["a missing batch", ["evaluate", "--batch", "/nowhere/cases.ndjson"], "There is no file"],
    ["a bad day", ["evaluate", "-", "--as-of", "2025-02-29"], "--as-of: This is not a day"],
    ["a missing rule set", ["evaluate", "-", "--rules", "/nowhere.json"], "There is no file"],
    ["no argument", ["evaluate"], 'CASE.json: The field "CASE.json" is missing'],
    ["an unknown option", ["evaluate", "--asof"], "unknown option"],
    ["an unknown command", ["evalute"], "Did you mean evaluate?"],
  ])("refuses %s with exit code 2", async (_, args, message) => {
    const { code, stdout, stderr } = await qagida(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
  });

  it("prints its help", async () => {
    const { code, stdout } = await qagida(["--help"]);
    expect(code).toBe(0);
    for (const command of ["evaluate", "check", "diff"]) expect(stdout).toContain(command);
    expect((await qagida(["evaluate", "--help"])).stdout).toContain("--as-of <DATE>");
  });
});

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { qagida } from "./qagida.ts";

const file = new URL("../cases/five-seminars-fulfil-the-norm.json", import.meta.url);
const { case: given, asOf } = JSON.parse(readFileSync(file, "utf8"));
const good = JSON.stringify(given);
const batch = ["evaluate", "--batch", "-", "--as-of", asOf, "--no-trace"];

const answers = (stdout: string): unknown[] =>
  stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
const pointersOf = (answer: unknown): string[] =>
  (answer as { error: { pointer: string }[] }).error.map(({ pointer }) => pointer);

describe("qagida evaluate --batch", () => {
  it("answers each line in its place; a bad one with its number and problems, and exit code 1", async () => {
    const lines = [good, "{", JSON.stringify({ case: { ...given, reportingYear: 1 }, asOf }), "", good];
    const { code, stdout, stderr } = await qagida(batch, `${lines.join("\n")}\n`);
    const [one, broken, wrapped, blank, last] = answers(stdout);
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(one).toMatchObject({ outcome: "fulfilled" });
    expect(broken).toMatchObject({ line: 2, error: [{ pointer: "", message: expect.stringContaining("not JSON") }] });
    expect(pointersOf(wrapped)).toEqual(["/case/reportingYear"]);
    expect(blank).toMatchObject({ line: 4 });
    expect(last).toEqual(one);
  });

  it("lets the day of a line win, and refuses what a line may not hold", async () => {
    const lines = [
      { case: given, asOf: "2024-06-01" },
      { case: given, asOf: "2024-06-31" },
      { case: given, asof: "2024-06-01" },
      { case: given, asOf: 5 },
    ].map((line) => JSON.stringify(line));
    const { stdout } = await qagida(batch, lines.join("\n"));
    const [early, noDay, unknown, noText] = answers(stdout);
    expect(early).toMatchObject({ asOf: "2024-06-01", outcome: "pending" });
    expect(pointersOf(noDay)).toEqual(["/asOf"]);
    expect(pointersOf(unknown)).toEqual(["/asof"]);
    expect(pointersOf(noText)).toEqual(["/asOf"]);
  });

  it("reads CRLF, a byte order mark and a last line without an end; nothing gives nothing", async () => {
    const { code, stdout } = await qagida(batch, `\uFEFF${good}\r\n${good}`);
    expect(code).toBe(0);
    expect(answers(stdout)).toHaveLength(2);
    expect(await qagida(batch, "")).toEqual({ code: 0, stdout: "", stderr: "" });
  });

  it("keeps letters whole that lie across pieces of the stream", async () => {
    const bytes = Buffer.from(JSON.stringify({ ...given, id: "ұғым-№1" }));
    const pieces = Array.from({ length: bytes.length }, (_, at) => bytes.subarray(at, at + 1));
    const { stdout } = await qagida(batch, pieces);
    expect(answers(stdout)).toMatchObject([{ id: "ұғым-№1" }]);
  });

  it("refuses a line of 200 MB without keeping it, and goes on", async () => {
    function* input(): Generator<string> {
      for (let piece = 0; piece < 200; piece++) yield "x".repeat(1_000_000);
      yield `\n${good}\n`;
    }
    const { code, stdout } = await qagida(batch, input(), { NODE_OPTIONS: "--max-old-space-size=128" });
    const [long, next] = answers(stdout);
    expect(code).toBe(1);
    expect(long).toMatchObject({ line: 1, error: [{ code: "line-too-long" }] });
    expect(next).toMatchObject({ outcome: "fulfilled" });
  });

  it("stops with a sentence, not a stack trace, when its reader goes away", async () => {
    const main = fileURLToPath(new URL("../../dist/server/cli/main.js", import.meta.url));
    const child = spawn(process.execPath, [main, ...batch], { env: { ...process.env, LC_ALL: "C" } });
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.stdin.on("error", () => {});
    child.stdout.once("data", () => child.stdout.destroy());
    const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
    for (let sent = 0; sent < 200 && child.exitCode === null; sent++) {
      child.stdin.write(`${good}\n`.repeat(500));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    child.stdin.end();
    expect(await ended).toBe(2);
    expect(stderr).toBe("The reader of the output has gone away; stopped.\n");
  });
});

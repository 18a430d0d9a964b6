import type { Readable } from "node:stream";
import type { Problem } from "../../../engine/index.ts";
import { readJson } from "../../../engine/reading/json.ts";
import { withoutMark } from "../../case-files/byte-order-mark.ts";
import { type Line, LONGEST_LINE, readLines } from "../../case-files/read-lines.ts";
import { serverProblem } from "../../problem.ts";

/** A line of a register's file: its value and the number of its nodes, or what is wrong with it. */
export type GivenLine = { line: number } & (
  | { value: unknown; nodes: number; problems: null }
  | { problems: Problem[] }
);

/** Where the text of a line is no JSON, it goes wrong on that line of the file. */
const inFile = (line: number, { code, pointer, params }: Problem): Problem =>
  serverProblem(code, pointer, code === "not-json" ? { ...params, line } : params);

function parse(line: number, text: string): GivenLine {
  const reading = readJson(text);
  return reading.problems
    ? { line, problems: reading.problems.map((found) => inFile(line, found)) }
    : { line, ...reading };
}

function* givenOn(line: number, read: Line): Generator<GivenLine> {
  if (read.fault) yield { line, problems: [serverProblem(read.fault, "", { limit: LONGEST_LINE })] };
  else if (withoutMark(read.text).trim() !== "") yield parse(line, withoutMark(read.text));
}

/** Reads a register's file, a line at a time; blank lines are passed over. */
export async function givenLines(content: Readable): Promise<GivenLine[]> {
  const given: GivenLine[] = [];
  let line = 0;
  for await (const lines of readLines(content)) for (const read of lines) given.push(...givenOn(++line, read));
  return given;
}

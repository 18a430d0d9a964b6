import { isUtf8 } from "node:buffer";
import { createReadStream, openSync, readFileSync } from "node:fs";
import type { Readable } from "node:stream";
import type { Problem } from "../../engine/index.ts";
import { withoutMark } from "../case-files/byte-order-mark.ts";
import { LONGEST_LINE } from "../case-files/read-lines.ts";
import { serverProblem } from "../problem.ts";
import { Refusal } from "./refusal.ts";

const STANDARD_INPUT = 0;

/** Why a file could not be read, by the system's error code. */
function fileProblem(file: string, error: NodeJS.ErrnoException): Problem {
  if (error.code === "ENOENT") return serverProblem("no-such-file", "", { file });
  if (error.code === "EISDIR") return serverProblem("is-a-folder", "", { file });
  return serverProblem("unreadable-file", "", { file, reason: error.code ?? error.message });
}

/** The refusal of a file that the system would not open or read. */
export const fileRefusal = (file: string, error: unknown): Refusal =>
  new Refusal(file, [fileProblem(file, error as NodeJS.ErrnoException)]);

/**
 * Reads a whole file as text; `-` is standard input.
 * @throws {Refusal} where it cannot be read, is not UTF-8, or is too large.
 */
export function readText(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file === "-" ? STANDARD_INPUT : file);
  } catch (error) {
    throw fileRefusal(file, error);
  }
  if (bytes.length > LONGEST_LINE)
    throw new Refusal(file, [serverProblem("file-too-large", "", { limit: LONGEST_LINE })]);
  if (!isUtf8(bytes)) throw new Refusal(file, [serverProblem("not-utf8", "")]);
  return withoutMark(bytes.toString("utf8"));
}

/**
 * Opens a file to be read piece by piece; `-` is standard input.
 * @param piece how many bytes are read at a time
 * @throws {Refusal} where it cannot be opened.
 */
export function openFile(file: string, piece?: number): Readable {
  if (file === "-") return process.stdin;
  try {
    return createReadStream(file, { fd: openSync(file, "r"), ...(piece ? { highWaterMark: piece } : {}) });
  } catch (error) {
    throw fileRefusal(file, error);
  }
}

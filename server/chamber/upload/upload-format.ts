import { isUtf8 } from "node:buffer";
import type { Readable } from "node:stream";
import { CaseError } from "../../../engine/index.ts";
import { serverProblem } from "../../problem.ts";
import type { CsvColumn } from "./csv-columns.ts";
import { csvRows } from "./csv-rows.ts";
import { ndjsonRows } from "./ndjson-rows.ts";
import type { ReadRow } from "./read-row.ts";

/** How a file of cases is written: a case a line as JSON, or CSV with what stands between its values. */
export const UPLOAD_FORMATS = ["ndjson", "csv-comma", "csv-semicolon"] as const;
export type UploadFormat = (typeof UPLOAD_FORMATS)[number];

const MARK = "\uFEFF";

/** Tells the format from how the file begins. */
function formatOf(text: string): UploadFormat {
  const start = text.replace(MARK, "").trimStart();
  if (start.startsWith("{")) return "ndjson";
  const [header = ""] = start.split("\n", 1);
  return header.includes(";") ? "csv-semicolon" : "csv-comma";
}

const LONGEST_HEADER = 4096;

/**
 * Looks at an uploaded file before it is kept.
 * @throws {CaseError} where there is none, or it is not UTF-8, as what older spreadsheets write.
 */
export function inspectUpload(content: Buffer): UploadFormat {
  if (content.length === 0) throw new CaseError([serverProblem("no-file", "/file")]);
  if (!isUtf8(content)) throw new CaseError([serverProblem("upload-not-utf8", "/file")]);
  return formatOf(content.toString("utf8", 0, LONGEST_HEADER));
}

/** Reads the rows of a file, one after the other: no more than one of them is in memory. */
export const rowsOf = (
  content: Readable,
  format: UploadFormat,
  columns: readonly CsvColumn[],
): AsyncGenerator<ReadRow> =>
  format === "ndjson" ? ndjsonRows(content) : csvRows(content, format === "csv-comma" ? "," : ";", columns);

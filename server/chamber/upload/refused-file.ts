import { stringify } from "csv-stringify/sync";
import type { Language } from "../../../engine/index.ts";
import { neutralCell } from "../../export/neutral-cell.ts";
import { type CheckedRow, isGood, type RefusedRow } from "./checked-row.ts";
import { CSV_COLUMNS, REASON_COLUMNS } from "./csv-columns.ts";
import { sayRefusal } from "./say-refusal.ts";
import type { UploadFormat } from "./upload-format.ts";

const HEADER = [...CSV_COLUMNS.map(({ name }) => name), ...REASON_COLUMNS];

function asJson(language: Language, { row, problems, read }: RefusedRow): string {
  const given = "document" in read ? { given: read.document } : {};
  return `${JSON.stringify({ line: row, error: sayRefusal(language, problems), ...given })}\n`;
}

function asCsv(language: Language, delimiter: string, { row, problems, read }: RefusedRow): string {
  const reason = sayRefusal(language, problems).join(" ");
  const records = "records" in read ? read.records : [{}];
  const lines = records.map((record) => {
    const given: Record<string, string> = { ...record, row: String(row), reason };
    return HEADER.map((name) => neutralCell(given[name] ?? ""));
  });
  return stringify(lines, { delimiter, record_delimiter: "windows" });
}

/** The refused rows as a file in the format that they came in, with the reasons: to be mended and uploaded again. */
export async function* refusedFile(
  language: Language,
  format: UploadFormat,
  rows: AsyncIterable<CheckedRow>,
): AsyncGenerator<string> {
  const delimiter = format === "csv-semicolon" ? ";" : ",";
  if (format !== "ndjson") yield stringify([HEADER], { bom: true, delimiter, record_delimiter: "windows" });
  for await (const row of rows) {
    if (!isGood(row)) yield format === "ndjson" ? asJson(language, row) : asCsv(language, delimiter, row);
  }
}

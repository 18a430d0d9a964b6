import { stringify } from "csv-stringify/sync";
import type { Language, RuleSet } from "../../../engine/index.ts";
import { neutralCell } from "../../export/neutral-cell.ts";
import { type CheckedRow, isGood, type RefusedRow } from "./checked-row.ts";
import { csvColumns, REASON_COLUMNS } from "./csv-columns.ts";
import { sayRefusal } from "./say-refusal.ts";
import type { UploadFormat } from "./upload-format.ts";

const headerOf = (ruleSet: RuleSet): string[] => [...csvColumns(ruleSet).map(({ name }) => name), ...REASON_COLUMNS];

function asJson(language: Language, ruleSet: RuleSet, { row, problems, read }: RefusedRow): string {
  const given = "document" in read ? { given: read.document } : {};
  return `${JSON.stringify({ line: row, error: sayRefusal(language, ruleSet, problems), ...given })}\n`;
}

function asCsv(language: Language, ruleSet: RuleSet, delimiter: string, { row, problems, read }: RefusedRow): string {
  const header = headerOf(ruleSet);
  const reason = sayRefusal(language, ruleSet, problems).join(" ");
  const records = "records" in read ? read.records : [{}];
  const lines = records.map((record) => {
    const given: Record<string, string> = { ...record, row: String(row), reason };
    return header.map((name) => neutralCell(given[name] ?? ""));
  });
  return stringify(lines, { delimiter, record_delimiter: "windows" });
}

/** The refused rows as a file in the format that they came in, with the reasons: to be mended and uploaded again. */
export async function* refusedFile(
  language: Language,
  ruleSet: RuleSet,
  format: UploadFormat,
  rows: AsyncIterable<CheckedRow>,
): AsyncGenerator<string> {
  const delimiter = format === "csv-semicolon" ? ";" : ",";
  if (format !== "ndjson") yield stringify([headerOf(ruleSet)], { bom: true, delimiter, record_delimiter: "windows" });
  for await (const row of rows) {
    if (!isGood(row))
      yield format === "ndjson" ? asJson(language, ruleSet, row) : asCsv(language, ruleSet, delimiter, row);
  }
}

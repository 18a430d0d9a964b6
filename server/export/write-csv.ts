import { stringify } from "csv-stringify/sync";
import type { Language } from "../../engine/index.ts";
import { writeDay } from "../report-check/typed-values.ts";
import type { ExportCell, ExportColumn } from "./export-column.ts";
import { neutralCell } from "./neutral-cell.ts";

/** How spreadsheets of a language read a file of values: what stands between them, and in a number. */
const DIALECTS: Readonly<Record<Language, { delimiter: string; point: string }>> = {
  kk: { delimiter: ";", point: "," },
  ru: { delimiter: ";", point: "," },
  en: { delimiter: ",", point: "." },
};

function written(cell: ExportCell, point: string): string {
  if (cell === null) return "";
  if ("number" in cell) return String(cell.number).replace(".", point);
  return "day" in cell ? writeDay(cell.day) : neutralCell(cell.text);
}

/** The rows as CSV (RFC 4180) in UTF-8, with the mark by which spreadsheets know it. */
export function writeCsv<Row>(language: Language, columns: readonly ExportColumn<Row>[], rows: readonly Row[]): string {
  const { delimiter, point } = DIALECTS[language];
  const head = columns.map(({ title }) => title);
  const lines = rows.map((row) => columns.map(({ cell }) => written(cell(row), point)));
  return stringify([head, ...lines], { bom: true, delimiter, record_delimiter: "windows" });
}

import type { Cell } from "write-excel-file/node";
import type { ExportCell, ExportColumn } from "./export-column.ts";

const DAY = "dd.mm.yyyy";

/** A typed cell: a text is never a formula, a day is a date. */
function typed(cell: ExportCell): Cell {
  if (cell === null) return null;
  if ("number" in cell) return { type: Number, value: cell.number };
  if ("day" in cell) return { type: Date, value: new Date(`${cell.day}T00:00:00Z`), format: DAY };
  return { type: String, value: cell.text };
}

/** The rows as a sheet of Excel, the heads of its columns kept in sight. */
export async function writeXlsx<Row>(
  sheet: string,
  columns: readonly ExportColumn<Row>[],
  rows: readonly Row[],
): Promise<Buffer> {
  const { default: writeExcelFile } = await import("write-excel-file/node");
  const head = columns.map(({ title }): Cell => ({ type: String, value: title, fontWeight: "bold" }));
  const lines = rows.map((row) => columns.map(({ cell }) => typed(cell(row))));
  const widths = columns.map(({ width }) => ({ width }));
  return writeExcelFile([head, ...lines], { sheet, columns: widths, stickyRowsCount: 1 }).toBuffer();
}

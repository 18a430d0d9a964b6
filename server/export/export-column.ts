/** What a cell of an export holds: a text, a number, or a day as `YYYY-MM-DD`. */
export type ExportCell = { text: string } | { number: number } | { day: string } | null;

/** A column of an export, made from rows of a kind. */
export interface ExportColumn<Row> {
  title: string;
  /** How wide it is shown, in characters. */
  width: number;
  cell(row: Row): ExportCell;
}

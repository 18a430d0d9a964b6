import type { Problem } from "../../../engine/index.ts";

/** The records of one consultant in a CSV, each by the names of its columns. */
export type CsvRecords = readonly Readonly<Record<string, string>>[];

/** A row of an upload, as it was read: a JSON document, the rows of a CSV, or why it is neither. */
export type ReadRow = { row: number } & (
  | { document: string }
  | { records: CsvRecords; consultant: string }
  | { problems: readonly Problem[]; given: string }
);

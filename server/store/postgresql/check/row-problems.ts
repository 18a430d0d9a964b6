import type { Problem } from "../../../../engine/index.ts";
import { serverProblem } from "../../../problem.ts";

/** A column that does not say what the log says. */
export const columnDiffers = (table: string, row: string, column: string): Problem =>
  serverProblem("column-differs", "", { table, row, column });

/** A row that is there by the log, and is not. */
export const rowMissing = (table: string, row: string): Problem => serverProblem("row-missing", "", { table, row });

/** A row that the log does not know. */
export const rowSurplus = (table: string, row: string): Problem => serverProblem("row-surplus", "", { table, row });

import { setImmediate } from "node:timers/promises";
import { CaseError, IntegrityError, type Problem } from "../../../engine/index.ts";
import { serverProblem } from "../../problem.ts";
import type { Recording } from "../../recording/record-decision.ts";
import { type Checking, checkRow, type Upload } from "./check-row.ts";
import type { CheckedRow } from "./checked-row.ts";
import { csvColumns } from "./csv-columns.ts";
import type { ReadRow } from "./read-row.ts";
import { readRegister } from "./register.ts";

/** After how many rows others get their turn. */
const ROWS_AT_A_TIME = 16;

const problemsIn = (error: unknown): readonly Problem[] | null => {
  if (error instanceof CaseError) return error.problems;
  return error instanceof IntegrityError ? [serverProblem("row-not-confirmed", "")] : null;
};

async function goodOrRefused(checking: Checking, read: ReadRow): Promise<CheckedRow> {
  try {
    return await checkRow(checking, read);
  } catch (error) {
    const problems = problemsIn(error);
    if (!problems) throw error;
    return { row: read.row, problems, read };
  }
}

/** Checks the rows of a file one after the other: each is decided and confirmed, or refused with every reason. */
export async function* checkRows(
  services: Recording,
  upload: Upload,
  rows: AsyncIterable<ReadRow>,
): AsyncGenerator<CheckedRow> {
  const register = await readRegister(services, upload.place);
  const columns = csvColumns(upload.place.rules.ruleSet);
  const checking: Checking = { ...upload, services, register, columns, seen: new Set() };
  let count = 0;
  for await (const read of rows) {
    yield await goodOrRefused(checking, read);
    if (++count % ROWS_AT_A_TIME === 0) await setImmediate();
  }
}

import type { Case, Decision, Problem } from "../../../engine/index.ts";
import type { Consultant, Stored } from "../../store/records.ts";
import type { ReadRow } from "./read-row.ts";

/** What recording a good row would do: add a case, correct one, or nothing, as it is recorded already. */
export type RowEffect = "new" | "correction" | "recorded";

/** A row that was decided. */
export interface GoodRow {
  row: number;
  case: Case;
  decision: Decision;
  consultant: Stored<Consultant>;
  /** The version of the case record that it was checked against; 0 where there is none. */
  from: number;
  effect: RowEffect;
  submission: string;
}

/** A row that was refused, as it was read, with every reason. */
export interface RefusedRow {
  row: number;
  problems: readonly Problem[];
  read: ReadRow;
}

export type CheckedRow = GoodRow | RefusedRow;

export const isGood = (row: CheckedRow): row is GoodRow => "decision" in row;

import { type RawBuilder, sql, type Transaction } from "kysely";
import type { Database } from "../database.ts";

/** A statement that writes rows. */
export interface Write {
  statement: RawBuilder<unknown>;
  /** How many it has to write; 0 for one that removes those that are there. */
  rows: number;
}

/** How many rows one statement writes: their values stay below the 65,535 that it may have. */
const MOST_ROWS = 1000;

/** The writes of rows, in pieces that one statement can write. */
export function writesOf<Row>(rows: readonly Row[], statement: (rows: readonly Row[]) => RawBuilder<unknown>): Write[] {
  const writes: Write[] = [];
  for (let at = 0; at < rows.length; at += MOST_ROWS) {
    const piece = rows.slice(at, at + MOST_ROWS);
    writes.push({ statement: statement(piece), rows: piece.length });
  }
  return writes;
}

const rowsOf = (writes: readonly Write[]): number => writes.reduce((sum, { rows }) => sum + rows, 0);

const part = ({ statement }: Write, at: number): RawBuilder<unknown> =>
  sql`${sql.ref(`write_${at}`)} as (${statement} returning 1)`;

const written = ({ rows }: Write, at: number): RawBuilder<unknown> =>
  rows === 0 ? sql`0` : sql`(select count(*) from ${sql.table(`write_${at}`)})`;

/** Several writes as one statement, so that the database is asked once. */
async function runTogether(transaction: Transaction<Database>, writes: readonly Write[]): Promise<void> {
  const { rows } = await sql<{ written: number }>`
    with ${sql.join(writes.map(part))} select ${sql.join(writes.map(written), sql` + `)} as written`.execute(
    transaction,
  );
  if (rows[0]?.written !== rowsOf(writes)) throw new Error("a record was changed past the log");
}

/** Writes rows, few ones together. @throws {Error} where a row was not written: somebody wrote past the log. */
export async function runWrites(transaction: Transaction<Database>, writes: readonly Write[]): Promise<void> {
  if (writes.length === 0) return;
  if (rowsOf(writes) <= MOST_ROWS) return runTogether(transaction, writes);
  for (const write of writes) await runTogether(transaction, [write]);
}

import type { ClientBase } from "pg";
import type { Problem } from "../../../../engine/index.ts";
import type { RecordKind } from "../../records.ts";
import { RECORD_TABLES } from "../record-tables.ts";
import type { LastOf, LastOfLog } from "./last-of-log.ts";
import { columnDiffers, rowMissing, rowSurplus } from "./row-problems.ts";

interface RecordRow {
  id: string;
  version: number;
  seq: number;
  /** The SHA-256 of the state's text, as it is kept. */
  state: string;
}

const AT_ONCE = 5000;

const rowsOf = (table: string): string => `
  select id, version, seq, encode(sha256(convert_to(state::text, 'UTF8')), 'hex') as state
  from ${table} where id > $1 order by id limit ${AT_ONCE}`;

function* compare(table: string, { id, version, seq, state }: RecordRow, last: LastOf | undefined): Generator<Problem> {
  if (!last) yield rowSurplus(table, id);
  else {
    if (version !== last.version) yield columnDiffers(table, id, "version");
    if (seq !== last.seq) yield columnDiffers(table, id, "seq");
    if (state !== last.after) yield columnDiffers(table, id, "state");
  }
}

async function* checkTable(client: ClientBase, table: string, last: Map<string, LastOf>): AsyncGenerator<Problem> {
  for (let after = "", more = true; more; ) {
    const { rows } = await client.query<RecordRow>(rowsOf(table), [after]);
    for (const row of rows) {
      yield* compare(table, row, last.get(row.id));
      last.delete(row.id);
    }
    more = rows.length === AT_ONCE;
    after = rows.at(-1)?.id ?? after;
  }
  for (const id of last.keys()) yield rowMissing(table, id);
}

/** Compares the columns of every record that are written with what the log says of it. */
export async function* checkRecords(client: ClientBase, log: LastOfLog): AsyncGenerator<Problem> {
  for (const [kind, table] of Object.entries(RECORD_TABLES))
    yield* checkTable(client, table, log.of(kind as RecordKind));
}

import { type RawBuilder, sql, type Transaction } from "kysely";
import type { RecordChange } from "../../change.ts";
import type { RecordKind } from "../../records.ts";
import type { Database } from "../database.ts";
import { RECORD_TABLES } from "../record-tables.ts";
import { type KeptRecord, KeptRecords } from "./kept-records.ts";

const keptWhere = (kind: RecordKind, column: string, values: readonly string[]): RawBuilder<KeptRecord> => sql`
  select ${sql.lit(kind)} as kind, record.id, record.version, record.state::text as text, record.seq,
    event.head ->> 'at' as at, event.head ->> 'submission' as submission
  from ${sql.table(RECORD_TABLES[kind])} as record join events as event using (seq)
  where record.${sql.ref(column)} = any(${values})`;

function keptOf(records: readonly RecordChange[]): RawBuilder<KeptRecord>[] {
  const kinds = new Set(records.map(({ kind }) => kind));
  return [...kinds].map((kind) => {
    const ids = records.filter((record) => record.kind === kind).map(({ id }) => id);
    return keptWhere(kind, "id", ids);
  });
}

/** The accounts that have the logins which accounts are to have. */
function keptByLogin(records: readonly RecordChange[]): RawBuilder<KeptRecord>[] {
  const logins = records.flatMap(({ kind, state }) => (kind === "account" && state ? [state.login] : []));
  return logins.length > 0 ? [keptWhere("account", "login", logins)] : [];
}

/** Reads what is kept of the records of changes, and of those that would stand in their way. */
export async function readKept(
  transaction: Transaction<Database>,
  records: readonly RecordChange[],
): Promise<KeptRecords> {
  const parts = [...keptOf(records), ...keptByLogin(records)];
  if (parts.length === 0) return new KeptRecords([]);
  const { rows } = await sql<KeptRecord>`${sql.join(parts, sql` union all `)}`.execute(transaction);
  return new KeptRecords(rows);
}

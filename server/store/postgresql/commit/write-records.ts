import { type RawBuilder, sql, type Transaction } from "kysely";
import { UNCHANGING } from "../../check-change.ts";
import type { WrittenRecord } from "../../log/write-event.ts";
import type { RecordKind } from "../../records.ts";
import type { Database } from "../database.ts";
import { RECORD_TABLES } from "../record-tables.ts";
import { inChunks } from "./in-chunks.ts";

/** A record as the event `seq` leaves it. */
export interface RecordToWrite extends Pick<WrittenRecord, "kind" | "id" | "version" | "text"> {
  seq: number;
}

const REPLACING = sql`
  on conflict (id) do update set version = excluded.version, seq = excluded.seq, state = excluded.state
  where kept.seq < excluded.seq`;

const rowOf = ({ id, version, seq, text }: RecordToWrite): RawBuilder<unknown> =>
  sql`(${id}, ${version}, ${seq}, ${text})`;

async function write(transaction: Transaction<Database>, kind: RecordKind, records: RecordToWrite[]): Promise<void> {
  const { numAffectedRows } = await sql`
    insert into ${sql.table(RECORD_TABLES[kind])} as kept (id, version, seq, state)
    values ${sql.join(records.map(rowOf))} ${UNCHANGING.has(kind) ? sql`` : REPLACING}`.execute(transaction);
  if (Number(numAffectedRows) !== records.length) throw new Error(`a ${kind} was changed past the log`);
}

const remove = (transaction: Transaction<Database>, kind: RecordKind, records: readonly RecordToWrite[]) =>
  sql`delete from ${sql.table(RECORD_TABLES[kind])} where id = any(${records.map(({ id }) => id)})`.execute(
    transaction,
  );

/** The last of the changes to each record, by kind. */
function lastByKind(records: readonly RecordToWrite[]): Map<RecordKind, RecordToWrite[]> {
  const last = new Map(records.map((record) => [`${record.kind} ${record.id}`, record]));
  const kinds = new Map<RecordKind, RecordToWrite[]>();
  for (const record of last.values()) {
    const ofKind = kinds.get(record.kind);
    if (ofKind) ofKind.push(record);
    else kinds.set(record.kind, [record]);
  }
  return kinds;
}

/** Brings the records to the state that the events left them in; the last of several to one record counts. */
export async function writeRecords(
  transaction: Transaction<Database>,
  records: readonly RecordToWrite[],
): Promise<void> {
  for (const [kind, ofKind] of lastByKind(records)) {
    const removed = ofKind.filter(({ text }) => text === null);
    if (removed.length > 0) await remove(transaction, kind, removed);
    for (const kept of inChunks(ofKind.filter(({ text }) => text !== null))) await write(transaction, kind, kept);
  }
}

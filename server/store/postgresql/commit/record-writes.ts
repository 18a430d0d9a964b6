import { type RawBuilder, sql } from "kysely";
import { UNCHANGING } from "../../check-change.ts";
import type { WrittenRecord } from "../../log/write-event.ts";
import type { RecordKind } from "../../records.ts";
import { RECORD_TABLES } from "../record-tables.ts";
import { type Write, writesOf } from "./run-writes.ts";

/** A record as the event `seq` leaves it. */
export interface RecordToWrite extends Pick<WrittenRecord, "kind" | "id" | "version" | "text"> {
  seq: number;
}

const REPLACING = sql`
  on conflict (id) do update set version = excluded.version, seq = excluded.seq, state = excluded.state
  where kept.seq < excluded.seq`;

const rowOf = ({ id, version, seq, text }: RecordToWrite): RawBuilder<unknown> =>
  sql`(${id}, ${version}, ${seq}, ${text})`;

const write = (kind: RecordKind, records: readonly RecordToWrite[]): RawBuilder<unknown> => sql`
  insert into ${sql.table(RECORD_TABLES[kind])} as kept (id, version, seq, state)
  values ${sql.join(records.map(rowOf))} ${UNCHANGING.has(kind) ? sql`` : REPLACING}`;

/** One that came and went in the same breath was never there to be removed. */
function remove(kind: RecordKind, records: readonly RecordToWrite[]): Write[] {
  const ids = records.map(({ id }) => id);
  const statement = sql`delete from ${sql.table(RECORD_TABLES[kind])} where id = any(${ids})`;
  return ids.length > 0 ? [{ statement, rows: 0 }] : [];
}

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

/** What brings the records to the state that the events left them in; the last of several to one record counts. */
export const recordWrites = (records: readonly RecordToWrite[]): Write[] =>
  [...lastByKind(records)].flatMap(([kind, ofKind]) => [
    ...remove(
      kind,
      ofKind.filter(({ text }) => text === null),
    ),
    ...writesOf(
      ofKind.filter(({ text }) => text !== null),
      (kept) => write(kind, kept),
    ),
  ]);

import type { ClientBase } from "pg";
import type { Problem } from "../../../../engine/index.ts";
import { readKept } from "../../../audit/verify/read-kept.ts";
import type { LoggedEvent } from "../../change.ts";
import { leafHash } from "../../log/leaf-hash.ts";
import { headOf } from "../../log/read-event.ts";
import { columnDiffers, rowMissing, rowSurplus } from "./row-problems.ts";

/** A row of `events`, each column as text that is exact. */
interface EventRow {
  seq: number;
  at: string;
  action: string;
  by_account: string | null;
  head: string;
  line: string;
  leaf: string;
}

const AT_ONCE = 500;

/** Instants have microseconds in the database, and milliseconds in the log. */
const EVENTS = `
  select seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, action, by_account,
    head::text as head, line, encode(leaf, 'hex') as leaf
  from events where seq > $1 order by seq limit ${AT_ONCE}`;

const RECORDS = `
  select seq, array_agg(json_build_array(kind, id, version, after)::text order by kind, id) as records
  from event_records where seq between $1 and $2 group by seq`;

const expectedRow = (seq: number, event: LoggedEvent, line: string): Omit<EventRow, "line"> => ({
  seq,
  at: event.at.replace("Z", "000Z"),
  action: event.action,
  by_account: event.by.account,
  head: JSON.stringify(headOf(event)),
  leaf: leafHash(line),
});

const nameOf = (row: string): string => JSON.stringify(JSON.parse(row).slice(0, 2));

/** Compares the rows that say which records an event changed with the event's line. */
function* compareRecords({ seq, records }: LoggedEvent, rows: readonly string[]): Generator<Problem> {
  const found = new Map(rows.map((row) => [nameOf(row), JSON.stringify(JSON.parse(row))]));
  for (const { kind, id, version, after } of records) {
    const row = JSON.stringify([kind, id]);
    const name = `${seq} ${kind} ${id}`;
    if (!found.has(row)) yield rowMissing("event_records", name);
    else if (found.get(row) !== JSON.stringify([kind, id, version, after]))
      yield columnDiffers("event_records", name, "version, after");
    found.delete(row);
  }
  for (const row of found.keys()) yield rowSurplus("event_records", `${seq} ${row}`);
}

function* compareEvent(seq: number, event: LoggedEvent, row: EventRow): Generator<Problem> {
  const expected = expectedRow(seq, event, row.line);
  for (const [column, value] of Object.entries(expected))
    if (row[column as keyof EventRow] !== value) yield columnDiffers("events", `${seq}`, column);
}

/** Reads the line of an event; null where it is not one. */
const readLine = (line: string): LoggedEvent | null => readKept(Buffer.from(line));

/**
 * Compares every column of the log's tables with the lines of its events.
 * @param read told each event, up to the first that cannot be read: what comes after it cannot be judged
 */
export async function* checkEvents(client: ClientBase, read: (event: LoggedEvent) => void): AsyncGenerator<Problem> {
  let seq = 0;
  for (let last = -1, more = true; more; ) {
    const { rows } = await client.query<EventRow>(EVENTS, [last]);
    const [first, newest] = [rows[0]?.seq ?? 0, rows.at(-1)?.seq ?? last];
    const { rows: changed } = await client.query<{ seq: number; records: string[] }>(RECORDS, [first, newest]);
    const recordsOf = new Map(changed.map((one) => [one.seq, one.records]));
    for (const row of rows) {
      const event = readLine(row.line);
      if (!event) return yield columnDiffers("events", `${row.seq}`, "line");
      yield* compareEvent(seq++, event, row);
      yield* compareRecords(event, recordsOf.get(row.seq) ?? []);
      read(event);
    }
    more = rows.length === AT_ONCE;
    last = newest;
  }
}

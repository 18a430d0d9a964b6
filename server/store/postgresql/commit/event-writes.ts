import { type RawBuilder, sql } from "kysely";
import type { LoggedEvent } from "../../change.ts";
import { leafHash } from "../../log/leaf-hash.ts";
import { headOf } from "../../log/read-event.ts";
import { type Write, writesOf } from "./run-writes.ts";

/** An event and its line. */
export interface LinedEvent {
  event: LoggedEvent;
  line: string;
}

function eventRow({ event, line }: LinedEvent): RawBuilder<unknown> {
  const { seq, at, action, by } = event;
  const leaf = Buffer.from(leafHash(line), "hex");
  return sql`(${seq}, ${at}, ${action}, ${by.account}, ${JSON.stringify(headOf(event))}, ${line}, ${leaf})`;
}

const recordRows = ({ event: { seq, records } }: LinedEvent): RawBuilder<unknown>[] =>
  records.map(({ kind, id, version, after }) => sql`(${seq}, ${kind}, ${id}, ${version}, ${after})`);

/** What adds events at the end of the log. */
export const eventWrites = (events: readonly LinedEvent[]): Write[] => [
  ...writesOf(
    events.map(eventRow),
    (rows) => sql`insert into events (seq, at, action, by_account, head, line, leaf) values ${sql.join(rows)}`,
  ),
  ...writesOf(
    events.flatMap(recordRows),
    (rows) => sql`insert into event_records (seq, kind, id, version, after) values ${sql.join(rows)}`,
  ),
];

import type { Client } from "pg";
import type { KeptEvent } from "./kept-event.ts";

interface Row {
  seq: string;
  line: string;
  leaf: string;
}

const AT_ONCE = 1_000;
const NEXT = `select seq, line, encode(leaf, 'hex') as leaf from events where seq > $1 order by seq limit ${AT_ONCE}`;

/** Reads the events of a PostgreSQL database as one transaction sees them, and changes nothing. */
export async function* databaseEvents(client: Client): AsyncGenerator<KeptEvent> {
  await client.query("begin transaction isolation level repeatable read read only");
  for (let last = "-1", more = true; more; ) {
    const { rows } = await client.query<Row>(NEXT, [last]);
    for (const { line, leaf } of rows) yield { line: Buffer.from(line), hash: leaf, settled: true };
    more = rows.length === AT_ONCE;
    last = rows.at(-1)?.seq ?? last;
  }
  await client.query("commit");
}

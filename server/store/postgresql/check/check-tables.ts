import type { Client } from "pg";
import pg from "pg";
import type { Problem } from "../../../../engine/index.ts";
import { serverProblem } from "../../../problem.ts";
import { TYPES } from "../connect.ts";
import { checkEvents } from "./check-events.ts";
import { checkRecords } from "./check-records.ts";
import { LastOfLog } from "./last-of-log.ts";
import { type Generated, makeAnew, type Rule } from "./made-anew.ts";
import { columnDiffers } from "./row-problems.ts";
import { type Structure, structureOf } from "./structure.ts";

/** Tables that are no part of the store stand beside it, and whoever runs the database may add indexes. */
const tableOf = (part: string): string => /^\w+ (\w+)\./.exec(part)?.[1] ?? "";

function* compareStructure(found: Structure, expected: Structure): Generator<Problem> {
  for (const [part, definition] of expected)
    if (found.get(part) !== definition) yield serverProblem("structure-differs", "", { part });
  const tables = new Set([...expected.keys()].map(tableOf));
  for (const part of found.keys()) {
    const isOurs = tables.has(tableOf(part)) || part.startsWith("triggers of constraints");
    if (isOurs && !part.startsWith("index ") && !expected.has(part))
      yield serverProblem("structure-differs", "", { part });
  }
}

/** A row by its first column, which is the beginning of its key. */
const keyOf = (row: Record<string, unknown>): string => String(Object.values(row)[0]);

async function rowsWhere(client: Client, table: string, condition: string): Promise<string[]> {
  const { rows } = await client.query(`select * from ${table} where ${condition}`);
  return rows.map(keyOf);
}

async function* checkGenerated(client: Client, { table, column, expression }: Generated): AsyncGenerator<Problem> {
  for (const row of await rowsWhere(client, table, `${column} is distinct from (${expression})`))
    yield columnDiffers(table, row, column);
}

async function* checkRule(client: Client, { table, constraint, broken }: Rule): AsyncGenerator<Problem> {
  for (const row of await rowsWhere(client, table, broken))
    yield serverProblem("constraint-broken", "", { table, row, constraint });
}

async function* checkWithin(client: Client): AsyncGenerator<Problem> {
  const { rows } = await client.query<{ schema: string }>("select current_schema() as schema");
  const anew = await makeAnew(client);
  const found = await structureOf(client, rows[0]?.schema ?? "public");
  yield* compareStructure(found, anew.structure);
  const log = new LastOfLog();
  yield* checkEvents(client, (event) => log.apply(event));
  yield* checkRecords(client, log);
  const there = anew.generated.filter(({ table, column }) => found.has(`column ${table}.${column}`));
  for (const generated of there) yield* checkGenerated(client, generated);
  for (const rule of anew.rules) yield* checkRule(client, rule);
}

/**
 * Checks a database's tables: that they are as the migrations make them, that every column says what the log says, and
 * that every row keeps the constraints. All is seen at one moment, others may write meanwhile; nothing is changed.
 */
export async function* checkTables(url: string): AsyncGenerator<Problem> {
  const client = new pg.Client({ connectionString: url, application_name: "qagida check", types: TYPES });
  await client.connect();
  try {
    await client.query("begin transaction isolation level repeatable read");
    yield* checkWithin(client);
  } finally {
    await client.end();
  }
}

import { Readable } from "node:stream";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { decisionSummary } from "../../server/recording/decision-summary.ts";
import type { RecordChange } from "../../server/store/change.ts";
import { checkStore } from "../../server/store/check/check-store.ts";
import { openStore } from "../../server/store/open-store.ts";
import { checkTables } from "../../server/store/postgresql/check/check-tables.ts";
import { openPostgresqlStore } from "../../server/store/postgresql/open-postgresql-store.ts";
import type { LookingBack } from "../../server/store/records.ts";
import type { Store } from "../../server/store/store.ts";
import { startPostgresql, type TestServer } from "./postgresql.ts";
import {
  account,
  caseChange,
  caseRecord,
  chamberWith,
  change,
  decisionChange,
  draft,
  OFFICER,
  recordedDecision,
  session,
} from "./sample.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const CASE = "almaty/2024/c-1";
const RULE_SET = "a".repeat(64);
const AT = "2025-03-20T05:00:00.000Z";
const now = () => new Date();

const lookingBack = (sha256: string, bytes: number): LookingBack => ({
  chamber: "almaty",
  asked: { lookFor: "same" } as unknown as LookingBack["asked"],
  chambers: [],
  years: [],
  begunAt: AT,
  events: 1,
  engine: "1.0.0",
  figures: { reproduced: {} } as LookingBack["figures"],
  list: { sha256, bytes, lines: 1 },
  keptAt: AT,
  keptBy: OFFICER,
  note: null,
});

/** The case as it tells its second decision. */
function decidedCase(): RecordChange {
  const { decision, recordedAt } = recordedDecision("almaty", 2024, "c-1", 2);
  const state = { ...caseRecord("almaty", 2024, "c-1"), latest: decisionSummary(decision, 2, recordedAt) };
  return { kind: "case", id: CASE, from: 1, state };
}

/** A record of every kind, so that every table has a row. */
async function fill(store: Store): Promise<void> {
  const { sha256, bytes } = await store.keepDocument(Readable.from([Buffer.alloc(300_000, "қағида")]));
  const document = { name: "a.pdf", sha256, mediaType: "application/pdf", bytes, case: CASE };
  await store.commit(chamberWith("almaty", 2));
  const first = [caseChange("almaty", 2024, "c-1"), decisionChange("almaty", 2024, "c-1")];
  await store.commit(change(first, { submission: "s-1", reason: "first" }));
  await store.commit(
    change([
      decidedCase(),
      decisionChange("almaty", 2024, "c-1", 2),
      {
        kind: "sanction",
        id: `${CASE}/warning`,
        from: 0,
        state: { case: CASE, sanction: "warning", imposedOn: "2025-04-01", decision: 1 },
      },
      { kind: "document", id: `${CASE}/${sha256}`, from: 0, state: document },
      { kind: "looking-back", id: "back-1", from: 0, state: lookingBack(sha256, bytes) },
    ]),
  );
  await store.commit(
    change([
      { kind: "draft", id: "d-1", from: 0, state: draft("Жоба") },
      {
        kind: "rule-set",
        id: RULE_SET,
        from: 0,
        state: { regime: "kz", effectiveYear: 2022, revision: 1, text: "{}" },
      },
      {
        kind: "adoption",
        id: "2022-1",
        from: 0,
        state: { effectiveYear: 2022, revision: 1, ruleSet: RULE_SET, draft: "d-1", adoptedOn: "2021-12-01" },
      },
      { kind: "account", id: "acc-1", from: 0, state: account("aigul") },
      { kind: "credential", id: "acc-1", from: 0, state: { passwordHash: "x", changedAt: AT } },
      { kind: "session", id: "s-1", from: 0, state: session("acc-1") },
      { kind: "link", id: "l-1", from: 0, state: { purpose: "reset", account: "acc-1", expiresAt: AT } },
    ]),
  );
}

let server: TestServer;
let whole: string;
beforeAll(async () => {
  server = await startPostgresql();
  whole = await server.createDatabase();
  const store = await openPostgresqlStore(whole, { now });
  await fill(store);
  await store.close();
});
afterAll(() => server?.stop());

/** Has somebody who owns the database run statements, each with what the server knows of the tables by then. */
async function forge(url: string, ...statements: string[]): Promise<void> {
  for (const statement of statements) {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query("set session_replication_role = replica; set allow_system_table_mods = on");
    await client.query(statement).finally(() => client.end());
  }
}

async function rowsOf<Row extends pg.QueryResultRow>(url: string, query: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return (await client.query<Row>(query).finally(() => client.end())).rows;
}

const nameOf = (url: string): string => new URL(url).pathname.slice(1);

/** A copy of the database, for one forgery. */
async function copy(): Promise<string> {
  const url = await server.createDatabase();
  const name = nameOf(url);
  const other = new URL(url);
  other.pathname = "/postgres";
  await forge(other.href, `drop database ${name}`, `create database ${name} template ${nameOf(whole)}`);
  onTestFinished(() => forge(other.href, `drop database ${name} with (force)`));
  return url;
}

/** What the command finds: the records are read where the tables are as they should be. */
async function found(url: string): Promise<string[]> {
  const problems: string[] = [];
  for await (const { code, params } of checkTables(url)) problems.push([code, ...Object.values(params)].join(" "));
  if (problems.length > 0) return problems;
  const store = await openStore({ dataFolder: "", databaseUrl: url, now, snapshot: true });
  for await (const { code } of checkStore(store)) problems.push(code);
  await store.close();
  return problems;
}

interface Column {
  table: string;
  column: string;
  type: string;
}

/** Every column of every table of the store. */
const COLUMNS = `
  select table_name as table, column_name as column, data_type as type from information_schema.columns
  where table_schema = 'public' and table_name <> 'migrations' order by table_name, ordinal_position`;

/** What no event speaks of: when the bytes of a document were brought. */
const UNSAID = ["document_contents.kept_at"];

/** Another value of the same type. */
const OTHER: Record<string, (column: string) => string> = {
  bigint: (column) => `coalesce(${column}, 0) + 1000`,
  integer: (column) => `coalesce(${column}, 0) + 1000`,
  text: (column) =>
    `case when ${column} ~ '^[0-9a-f]{64}$' then repeat('b', 64) else coalesce(${column}, '') || 'x' end`,
  json: (column) => `(${column}::text || ' ')::json`,
  bytea: (column) => `set_byte(${column}, 0, get_byte(${column}, 0) # 1)`,
  "timestamp with time zone": (column) => `${column} + interval '1 microsecond'`,
};

function otherValue({ column, type }: Column): string {
  const other = OTHER[type];
  if (!other) throw new Error(`the test knows no other value of the type ${type}`);
  return other(column);
}

/** The tables for a forger: no constraint holds, and what is computed can be written. */
const OPENED = `
  update pg_class set relchecks = 0 where relkind = 'r' and relnamespace = 'public'::regnamespace;
  update pg_attribute set attgenerated = ''
    where attgenerated = 's' and attrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)`;

/** What makes the tables again what they were before they were opened. */
async function closing(url: string): Promise<string> {
  const statements = await rowsOf<{ statement: string }>(
    url,
    `select format('update pg_class set relchecks = %s where oid = %L::regclass', relchecks, relname) as statement
       from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
     union all
     select format('update pg_attribute set attgenerated = ''s'' where attrelid = %L::regclass and attname = %L',
         relname, attname)
       from pg_attribute join pg_class on attrelid = pg_class.oid
       where attgenerated = 's' and relnamespace = 'public'::regnamespace`,
  );
  return statements.map(({ statement }) => statement).join(";");
}

const forgery = (column: Column): string =>
  `update ${column.table} set ${column.column} = ${otherValue(column)} where ctid = (select max(ctid) from ${column.table})`;

describe("the check of a database", () => {
  it("finds nothing where nothing was forged, and says nothing of indexes and tables of others", async () => {
    const url = await copy();
    await forge(url, "create index on cases (consultant)", "create table others (id integer primary key)");
    expect(await found(url)).toEqual([]);
  });

  it("finds a change of any one column of any table", { timeout: 300_000 }, async () => {
    const columns = await rowsOf<Column>(whole, COLUMNS);
    expect(columns.length).toBeGreaterThan(80);
    const url = await copy();
    const close = await closing(url);
    await forge(url, "create schema kept");
    for (const table of new Set(columns.map(({ table }) => table)))
      await forge(url, `create table kept.${table} as table ${table}`);
    let undo = "";
    for (const column of columns) {
      const { table } = column;
      await forge(url, OPENED, `${undo}; ${forgery(column)}`, close);
      undo = `delete from ${table}; insert into ${table} table kept.${table}`;
      const name = `${table}.${column.column}`;
      const problems = await found(url);
      expect(problems.filter((problem) => problem.startsWith("structure"))).toEqual([]);
      expect(problems.length > 0, `${name}: ${problems}`).toBe(!UNSAID.includes(name));
    }
    await forge(url, OPENED, undo, close);
    expect(await found(url)).toEqual([]);
  });

  it("finds a row that was removed from any table", async () => {
    const tables = new Set((await rowsOf<Column>(whole, COLUMNS)).map(({ table }) => table));
    expect(tables.size).toBeGreaterThan(16);
    for (const table of tables) {
      const url = await copy();
      await forge(url, `delete from ${table} where ctid = (select max(ctid) from ${table})`);
      expect(await found(url), table).not.toEqual([]);
    }
  });

  it.each([
    "alter table decisions disable trigger stays",
    "alter table cases disable trigger all",
    "alter table events drop constraint events_check",
    "alter table cases drop constraint cases_chamber_fkey",
    "alter table accounts alter column login drop expression",
    "alter table cases add column remark text",
    "drop index events_at_seq_idx",
    "create or replace function refuse_change() returns trigger language plpgsql as 'begin return null; end'",
    `create trigger forging before update on cases for each row execute function suppress_redundant_updates_trigger()`,
  ])("finds that it was built otherwise: %s", async (statement) => {
    const url = await copy();
    await forge(url, statement);
    expect((await found(url)).filter((problem) => problem.startsWith("structure-differs"))).not.toEqual([]);
  });

  it("sees one moment, whatever is written meanwhile", async () => {
    const url = await copy();
    const store = await openPostgresqlStore(url, { now });
    onTestFinished(() => store.close());
    let isOver = false;
    const writing = (async () => {
      for (let version = 1; !isOver; version++)
        await store.commit(change([{ kind: "draft", id: "d-1", from: version, state: draft(`${version}`) }]));
    })();
    try {
      for (let round = 0; round < 5; round++) expect(await found(url)).toEqual([]);
    } finally {
      isOver = true;
      await writing;
    }
  });
});

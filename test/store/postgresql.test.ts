import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { Conflict, InvalidChange, StoreFull, StoreRefused, StoreUnavailable } from "../../server/store/failures.ts";
import { openPostgresqlStore } from "../../server/store/postgresql/open-postgresql-store.ts";
import { differingRecords } from "../../server/store/prove-records.ts";
import type { Store } from "../../server/store/store.ts";
import { storeContract } from "./contract.ts";
import { startCuttingProxy } from "./cutting-proxy.ts";
import { startPostgresql, type TestServer } from "./postgresql.ts";
import { caseChange, chamberWith, change, decisionChange, draft } from "./sample.ts";

vi.setConfig({ testTimeout: 60_000 });

let server: TestServer;
beforeAll(async () => {
  server = await startPostgresql();
}, 60_000);
afterAll(() => server?.stop());

const now = () => new Date();

async function open(url: string): Promise<Store> {
  const store = await openPostgresqlStore(url, { now });
  onTestFinished(() => store.close());
  return store;
}

/** Stores of several server processes on one new database. */
async function openShared(count: number): Promise<{ url: string; stores: Store[] }> {
  const url = await server.createDatabase();
  return { url, stores: await Promise.all(Array.from({ length: count }, () => open(url))) };
}

/** A connection of somebody who goes past the store. */
async function openClient(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}

const saveDraft = (store: Store, id: string, from: number, title = "Жоба", submission?: string) =>
  store.commit(
    change([{ kind: "draft", id, from, state: draft(title) }], submission === undefined ? {} : { submission }),
  );

describe("the store in PostgreSQL", () => {
  storeContract(async () => {
    const url = await server.createDatabase();
    return { open: () => openPostgresqlStore(url, { now }), remove: async () => undefined };
  });
});

describe("several processes on one database", () => {
  it("of 32 savers of one record one wins, and 31 are shown the other side", async () => {
    const { stores } = await openShared(4);
    await saveDraft(stores[0] as Store, "d-1", 0, "Бірінші");
    const saves = Array.from({ length: 32 }, (_, at) => saveDraft(stores[at % 4] as Store, "d-1", 1, `Екінші ${at}`));
    const settled = await Promise.allSettled(saves);
    const conflicts = settled.flatMap((save) => (save.status === "rejected" ? [save.reason] : []));
    expect(conflicts).toHaveLength(31);
    const won = settled.findIndex(({ status }) => status === "fulfilled");
    for (const conflict of conflicts) {
      expect(conflict).toBeInstanceOf(Conflict);
      expect(conflict.records[0].kept).toMatchObject({ version: 2, state: { title: `Екінші ${won}` } });
    }
    for (const store of stores) expect(await store.head()).toEqual({ size: 2 });
  });

  it("of 200 repeats of one submission one counts", async () => {
    const { stores } = await openShared(4);
    const repeats = Array.from({ length: 200 }, (_, at) => saveDraft(stores[at % 4] as Store, "d-1", 0, "Жоба", "s-1"));
    const answers = await Promise.all(repeats);
    expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(new Set(answers.map(({ seq }) => seq))).toEqual(new Set([0]));
  });

  it("write one log without a gap, and its instants never go back", async () => {
    const { url, stores } = await openShared(2);
    const late = await openPostgresqlStore(url, { now: () => new Date("2020-01-01T00:00:00Z") });
    onTestFinished(() => late.close());
    const writers = [...stores, late].map(async (store, writer) => {
      for (let at = 0; at < 40; at++)
        await Promise.all([0, 1].map((half) => saveDraft(store, `d-${writer}-${at}-${half}`, 0)));
    });
    await Promise.all(writers);
    let size = 0;
    let last = "";
    for await (const { seq, line } of (stores[0] as Store).events()) {
      const { at } = JSON.parse(line);
      expect(seq).toBe(size++);
      expect(at >= last).toBe(true);
      last = at;
    }
    expect(size).toBe(240);
    expect(await differingRecords(stores[1] as Store)).toEqual([]);
  });
});

describe("the tables", () => {
  it("are made once where several processes open an empty database at once", async () => {
    const { url, stores } = await openShared(5);
    await saveDraft(stores[0] as Store, "d-1", 0);
    expect((await (await open(url)).drafts()).map(({ id }) => id)).toEqual(["d-1"]);
  });

  it("of a newer program are left alone", async () => {
    const { url } = await openShared(1);
    await (await openClient(url)).query("insert into migrations (name, run_on) values ('999_later', now())");
    const refused = openPostgresqlStore(url, { now });
    await expect(refused).rejects.toThrow(StoreRefused);
    await expect(refused).rejects.toThrow("999_later");
  });

  it.each([
    "update events set action = 'draft.save' where seq = 0",
    "update events set line = line",
    "delete from events where seq = (select max(seq) from events)",
    "truncate events cascade",
    "update event_records set after = null",
    "delete from event_records",
    "update decisions set state = state",
    "delete from decisions",
    "truncate decisions cascade",
  ])("refuse: %s", async (statement) => {
    const { url, stores } = await openShared(1);
    const store = stores[0] as Store;
    await store.commit(chamberWith("almaty"));
    await store.commit(change([caseChange("almaty", 2024, "c-1"), decisionChange("almaty", 2024, "c-1")]));
    const client = await openClient(url);
    await expect(client.query(statement)).rejects.toMatchObject({ code: "23001" });
    expect(await differingRecords(store)).toEqual([]);
  });

  it.each([
    ["an event behind a gap", "7", "'{}'", "'{}'", "23503"],
    ["an event in a place that is taken", "0", "'{}'", "'{}'", "23505"],
    ["an event whose hash is that of another line", "1", "'{}'", "'{ }'", "23514"],
  ])("refuse %s", async (_, seq, line, hashed, code) => {
    const { url, stores } = await openShared(1);
    await saveDraft(stores[0] as Store, "d-1", 0);
    const insert = `insert into events (seq, at, action, head, line, leaf)
      values (${seq}, now(), 'x', '{}', ${line}, sha256('\\x00'::bytea || ${hashed}::bytea))`;
    await expect((await openClient(url)).query(insert)).rejects.toMatchObject({ code });
  });

  it("refuse a decision whose number is not the next", async () => {
    const { stores } = await openShared(1);
    const store = stores[0] as Store;
    await store.commit(chamberWith("almaty"));
    await store.commit(change([caseChange("almaty", 2024, "c-1")]));
    const second = store.commit(change([decisionChange("almaty", 2024, "c-1", 2)]));
    await expect(second).rejects.toThrow(InvalidChange);
  });

  it("a record that was changed past the log is found", async () => {
    const { url, stores } = await openShared(1);
    const store = stores[0] as Store;
    await store.commit(chamberWith("almaty"));
    await (await openClient(url)).query(`update chambers set state = '{"name":1}'`);
    expect(await differingRecords(store)).toEqual(["chamber almaty"]);
  });
});

describe("when the database fails", () => {
  it("connections that were ended are replaced", async () => {
    const { url, stores } = await openShared(1);
    const store = stores[0] as Store;
    const client = await openClient(url);
    for (let version = 0; version < 5; version++) {
      await saveDraft(store, "d-1", version);
      await Promise.all([store.drafts(), store.head(), store.links()]);
      await client.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'qagida'");
      await sleep(50);
    }
    expect(await store.head()).toEqual({ size: 5 });
  });

  it("a change whose answer was cut off is found to be there", async () => {
    const url = await server.createDatabase();
    const proxy = await startCuttingProxy(url);
    onTestFinished(() => proxy.close());
    const store = await open(proxy.url);
    await saveDraft(store, "d-1", 0);
    proxy.cutAfter("commit");
    expect(await saveDraft(store, "d-1", 1)).toMatchObject({ seq: 1, repeated: false });
    expect(await store.draft("d-1")).toMatchObject({ version: 2 });
  });

  it("a change that was cut off before it was committed is refused, and goes through later", async () => {
    const url = await server.createDatabase();
    const proxy = await startCuttingProxy(url);
    onTestFinished(() => proxy.close());
    const store = await open(proxy.url);
    proxy.cutAfter("insert into");
    await expect(saveDraft(store, "d-1", 0)).rejects.toThrow(StoreUnavailable);
    expect(await store.head()).toEqual({ size: 0 });
    expect(await saveDraft(store, "d-1", 0)).toMatchObject({ seq: 0 });
  });

  it("a change that finds no room is refused, and nothing of it stays", async () => {
    const { url, stores } = await openShared(1);
    const store = stores[0] as Store;
    const client = await openClient(url);
    await client.query(`create function no_room() returns trigger language plpgsql as
      $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$`);
    await client.query("create trigger no_room before insert on drafts execute function no_room()");
    await expect(saveDraft(store, "d-1", 0)).rejects.toThrow(StoreFull);
    expect(await store.head()).toEqual({ size: 0 });
    await client.query("drop trigger no_room on drafts");
    expect(await saveDraft(store, "d-1", 0)).toMatchObject({ seq: 0 });
  });

  it("a database that is not there is told without its password", async () => {
    const url = new URL(await server.createDatabase());
    url.port = "1";
    const refused = openPostgresqlStore(url.href, { now });
    await expect(refused).rejects.toThrow(StoreUnavailable);
    await expect(refused).rejects.not.toThrow(url.password || "password");
  });
});

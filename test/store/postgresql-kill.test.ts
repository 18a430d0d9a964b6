import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { StoreUnavailable } from "../../server/store/failures.ts";
import { readEvent } from "../../server/store/log/read-event.ts";
import { openPostgresqlStore } from "../../server/store/postgresql/open-postgresql-store.ts";
import { differingRecords } from "../../server/store/prove-records.ts";
import type { Store } from "../../server/store/store.ts";
import { proveWritten, surviveKills } from "./kill/survives-kills.ts";
import { startPostgresql, type TestServer } from "./postgresql.ts";
import { change, draft } from "./sample.ts";
import { SOAK, seedOf } from "./soak.ts";

const KILLS_OF_WRITERS = SOAK ? 200 : 10;
const KILLS_OF_THE_DATABASE = SOAK ? 50 : 3;

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

it(`loses nothing when a writing process is killed ${KILLS_OF_WRITERS} times`, { timeout: 600_000 }, async () => {
  const url = await server.createDatabase();
  const seed = seedOf();
  const acknowledged = await surviveKills({ url }, KILLS_OF_WRITERS, seed);
  console.log(`seed ${seed}: ${KILLS_OF_WRITERS} kills, ${acknowledged.figures}`);
  expect(acknowledged.writes.length).toBeGreaterThan(0);
  const store = await open(url);
  await proveWritten(store, acknowledged.writes);
  expect(await differingRecords(store)).toEqual([]);
});

interface Client {
  id: string;
  /** The submissions that were acknowledged, by the places of their events. */
  acknowledged: Map<number, string>;
}

/** Saves one draft over and over; where the database is gone, tries the same submission again until it is back. */
async function saveUntil(store: Store, { id, acknowledged }: Client, isOver: () => boolean): Promise<void> {
  for (let version = 0; !isOver(); version++) {
    const submission = `${id}/${version}`;
    const saving = change([{ kind: "draft", id, from: version, state: draft(submission) }], { submission });
    for (;;) {
      try {
        acknowledged.set((await store.commit(saving)).seq, submission);
        break;
      } catch (error) {
        expect(error).toBeInstanceOf(StoreUnavailable);
        await sleep(20);
      }
    }
  }
}

async function submissions(store: Store): Promise<(string | null)[]> {
  const all: (string | null)[] = [];
  for await (const { line } of store.events()) all.push(readEvent(line).submission);
  return all;
}

it.skipIf(process.env.TEST_DATABASE_URL)(
  `loses nothing and goes on when the database is killed ${KILLS_OF_THE_DATABASE} times`,
  { timeout: 600_000 },
  async () => {
    const store = await open(await server.createDatabase());
    const clients = [1, 2, 3, 4].map((number): Client => ({ id: `d-${number}`, acknowledged: new Map() }));
    let over = false;
    const saving = clients.map((client) => saveUntil(store, client, () => over));
    for (let kill = 0; kill < KILLS_OF_THE_DATABASE; kill++) {
      await sleep(100 + Math.random() * 200);
      await server.kill?.();
      await expect(store.head()).rejects.toThrow(StoreUnavailable);
      await server.restart();
    }
    await sleep(300);
    over = true;
    await Promise.all(saving);

    const all = await submissions(store);
    const acknowledged = clients.flatMap((client) => [...client.acknowledged]);
    console.log(`${KILLS_OF_THE_DATABASE} kills of the database, ${acknowledged.length} acknowledged writes`);
    for (const [seq, submission] of acknowledged) expect(all[seq]).toBe(submission);
    expect(new Set(all).size, "no submission twice").toBe(all.length);
    expect(acknowledged).toHaveLength(all.length);
    expect(await differingRecords(store)).toEqual([]);
  },
);

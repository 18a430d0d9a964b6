import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { pino } from "pino";
import request from "supertest";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sealFolder } from "../../../server/audit/seals/seal-folder.ts";
import type { Log } from "../../../server/audit/seals/sealed-tree.ts";
import { type Sealer, startSealing } from "../../../server/audit/seals/sealer.ts";
import { createSite } from "../../server/site.ts";
import { openTemporaryStore } from "../../server/temporary-store.ts";
import { temporaryFolder } from "../../temporary-folder.ts";
import { logOf, writeLog } from "../written-log.ts";

let path: string;
let logged: { level: number; msg: string }[];
const sealers: Sealer[] = [];

beforeEach(async () => {
  path = join(temporaryFolder("seals"), "seals");
  logged = [];
});

afterEach(async () => {
  for (const sealer of sealers.splice(0)) await sealer.close();
});

function start(log: Log, every = 50): Sealer {
  const logger = pino({}, { write: (line: string) => void logged.push(JSON.parse(line)) });
  const sealer = startSealing(log, path, { now: () => new Date(), logger, every });
  sealers.push(sealer);
  return sealer;
}

const account = (login: string) => ({ login, name: login, grants: [], closed: false });

describe("the sealing of a store", () => {
  it("adds a seal at most a second after a change, and one at the end", async () => {
    const { store } = await openTemporaryStore();
    const sealer = startSealing(store, path, { now: () => new Date(), logger: pino({ level: "silent" }) });
    sealers.push(sealer);
    const by = { account: null, name: "test" };
    const change = (id: string) =>
      store.commit({ action: "account.invite", by, records: [{ kind: "account", id, from: 0, state: account(id) }] });
    await change("one");
    const before = Date.now();
    while (sealer.last === null && Date.now() - before < 2_000) await wait(20);
    expect(sealer.last?.size).toBe(1);
    expect(Date.now() - before).toBeLessThan(1_000);
    await change("two");
    await sealer.close();
    expect(sealer.last).toMatchObject({ size: 2, number: 2 });
    await store.close();
  });
});

describe("a log that contradicts its last seal", () => {
  it("is not sealed any more: the log of the server and /healthz say so", async () => {
    const first = start(logOf(writeLog(9)));
    await first.close();
    const sealer = start(logOf(writeLog(9, () => "Another")));
    await sealer.seal();
    await sealer.seal();
    expect(sealer.fault).toBe("contradiction");
    expect(logged.filter(({ level }) => level === 50)).toMatchObject([{ msg: "the log is not sealed" }]);
    const { body } = await request(await createSite({ sealer })).get("/healthz");
    expect(body).toMatchObject({ status: "degraded", seals: { last: null, fault: "contradiction" } });
  });
});

describe("a folder that cannot be written", () => {
  it("is tried again, and said once", async () => {
    const folder = sealFolder(path);
    const events = writeLog(9);
    const grown = events.slice(0, 4);
    const sealer = start(logOf(grown), 5_000);
    await sealer.seal();
    await rm(folder.checkpoints);
    await mkdir(folder.checkpoints);
    grown.push(...events.slice(4));
    await sealer.seal();
    await sealer.seal();
    expect(sealer.fault).toBe("failed");
    expect(logged.filter(({ level }) => level === 50)).toHaveLength(1);
  });
});
